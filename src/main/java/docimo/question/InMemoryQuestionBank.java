package docimo.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bank of a fixed list of questions. Immutable. */
public final class InMemoryQuestionBank implements QuestionBank {

  private final List<Question> questions;
  private final Map<String, Question> byId = new LinkedHashMap<>();

  /**
   * @throws IllegalArgumentException when two questions have the same id
   */
  public InMemoryQuestionBank(List<Question> questions) {
    this.questions = List.copyOf(questions);
    for (Question question : this.questions) {
      if (byId.put(question.id(), question) != null) {
        throw new IllegalArgumentException("two questions have the id '" + question.id() + "'");
      }
    }
  }

  @Override
  public Optional<Question> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public List<Question> all() {
    return questions;
  }
}
