package docimo.exchange;

import docimo.question.Question;
import java.util.List;

/**
 * What was read from a question bank. Immutable.
 *
 * @param questions the questions in the order of their source, each with an id of its own; those
 *     without an answer have no references
 * @param findings what the author should know about how they were read
 */
public record ImportedBank(List<Question> questions, List<Finding> findings) {

  /** Copies both lists. */
  public ImportedBank {
    questions = List.copyOf(questions);
    findings = List.copyOf(findings);
  }
}
