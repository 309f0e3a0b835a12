package docimo.screening;

import docimo.grading.Answer;
import docimo.grading.ReviewPolicy;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What people decide about a screening. Immutable; a change is another plan.
 *
 * @param title for people, not blank, at most 200 characters
 * @param purpose what the marks are for
 * @param questions what is asked, at least one, none twice, at most {@link #MOST_QUESTIONS}
 * @param reviewPolicy which marks a person should look at
 * @param blindReview whether a reviewer marks before seeing the mark of the machine
 * @param retention how long texts are kept
 * @param resubmission which of several answers counts
 * @param bands parts of the ranking, the lowest first; empty for none
 */
public record ScreeningPlan(
    String title,
    Answer.Purpose purpose,
    List<WeightedQuestion> questions,
    ReviewPolicy reviewPolicy,
    boolean blindReview,
    Retention retention,
    Resubmission resubmission,
    List<ReviewBand> bands) {

  /** How many questions a screening may have. */
  public static final int MOST_QUESTIONS = 200;

  private static final int MOST_BANDS = 20;

  /**
   * @throws InvalidValueException when a part is out of its range
   */
  public ScreeningPlan {
    title = Texts.require("title", title, Texts.NAME);
    questions = List.copyOf(questions);
    if (questions.isEmpty() || questions.size() > MOST_QUESTIONS) {
      throw new InvalidValueException(
          "questions", "has from 1 to " + MOST_QUESTIONS + " questions, not " + questions.size());
    }
    Set<String> ids = new HashSet<>();
    for (WeightedQuestion question : questions) {
      if (!ids.add(question.questionId())) {
        throw new InvalidValueException(
            "questions", "has the question '" + question.questionId() + "' twice");
      }
    }
    if (bands.size() > MOST_BANDS) {
      throw new InvalidValueException("bands", "has at most " + MOST_BANDS + " bands");
    }
    bands = bands.stream().sorted(Comparator.comparingDouble(ReviewBand::from)).toList();
  }

  /** A plan for recruiters, with the defaults of everything but title and questions. */
  public static ScreeningPlan of(String title, List<WeightedQuestion> questions) {
    return new ScreeningPlan(
        title,
        Answer.Purpose.SCREENING,
        questions,
        ReviewPolicy.DEFAULT,
        false,
        Retention.DEFAULT,
        Resubmission.LAST,
        List.of());
  }

  /** Whether it asks a question. */
  public boolean asks(String questionId) {
    return questions.stream().anyMatch(question -> question.questionId().equals(questionId));
  }

  /** The sum of all weights, above 0. */
  public double totalWeight() {
    return questions.stream().mapToDouble(WeightedQuestion::weight).sum();
  }
}
