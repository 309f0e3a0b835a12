package docimo.app;

import docimo.question.Question;
import docimo.question.QuestionBank;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The questions of the store and those of a bank; where both have the same id, the store has the
 * word. Thread-safe.
 *
 * @param store asked for when a question is; may wait
 * @param bank the other questions
 */
record ServedQuestions(Supplier<? extends QuestionBank> store, QuestionBank bank)
    implements QuestionBank {

  @Override
  public Optional<Question> find(String id) {
    Optional<Question> stored = store.get().find(id);
    return stored.isPresent() ? stored : bank.find(id);
  }

  @Override
  public List<Question> all() {
    Map<String, Question> all = new LinkedHashMap<>();
    bank.all().forEach(question -> all.put(question.id(), question));
    store.get().all().forEach(question -> all.put(question.id(), question));
    return List.copyOf(all.values());
  }
}
