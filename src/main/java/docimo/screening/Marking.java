package docimo.screening;

import docimo.grading.Answer;
import docimo.grading.Grade;
import docimo.grading.ReviewPolicy;
import docimo.question.Question;

/** What marks answers (port). Thread-safe. */
public interface Marking {

  /**
   * Marks an answer.
   *
   * @return a grade in every case, with an id that no other has
   * @throws docimo.grading.OverloadedException when too much else is being marked
   */
  Grade mark(Question question, Answer answer, ReviewPolicy policy);

  /** What would make a grade now; the revision and the policy in it mean nothing. */
  Grade.Versions versions();

  /**
   * The same for work that nobody waits for: it goes behind what somebody waits for, and is never
   * refused.
   */
  default Marking unhurried() {
    return this;
  }
}
