package docimo.question;

import java.util.List;
import java.util.Optional;

/**
 * Where questions are found by id. Implementations are safe for use by several threads, and a
 * question that was returned never changes.
 */
public interface QuestionBank {

  /** The question with this id, compared letter by letter; empty when there is none. */
  Optional<Question> find(String id);

  /** All questions, in the order their author gave them. */
  List<Question> all();

  /**
   * The question with this id.
   *
   * @throws QuestionNotFoundException when there is none
   */
  default Question get(String id) {
    return find(id).orElseThrow(() -> new QuestionNotFoundException(id));
  }
}
