package docimo.evaluation;

import docimo.question.Question;
import docimo.question.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes observations whose signals the test chooses. */
final class Observations {

  private Observations() {}

  /** A row where every signal has a value of its own, in the order of {@link Fit#SIGNALS}. */
  static Observation row(
      String dataset, String question, String id, double human, double... signals) {
    Map<String, Double> values = new TreeMap<>();
    for (int i = 0; i < signals.length; i++) {
      values.put(Fit.SIGNALS.get(i), signals[i]);
    }
    MarkedAnswer answer = Answers.answer(dataset, question, id, human);
    return new Observation(answer, values, MachineMark.NONE);
  }

  /**
   * A data set where semantic coverage is the mark, and the other signals say little: ten questions
   * of twenty answers.
   */
  static List<Observation> dataset(String name) {
    List<Observation> rows = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      double human = i % 20 / 19.0;
      double noise = i * 7 % 11 / 10.0;
      rows.add(row(name, name + i / 20, name + i, human, noise, 1 - noise, human, 0.5, noise));
    }
    return rows;
  }

  /** As {@link #dataset}, but the marks are the wrong way round. */
  static List<Observation> reversed(String name) {
    List<Observation> rows = new ArrayList<>();
    for (Observation row : dataset(name)) {
      MarkedAnswer answer = row.answer();
      rows.add(
          new Observation(
              Answers.answer(name, answer.questionKey(), answer.answerId(), 1 - answer.score()),
              row.signals(),
              row.mark()));
    }
    return rows;
  }

  static MarkedAnswer labelled(
      String dataset, String split, String id, double score, Label two, @Nullable Label three) {
    return new MarkedAnswer(
        dataset,
        split,
        "question of " + id,
        Question.inline("What is it?", List.of("A stack of plates."), List.of(), Rule.ALL),
        id,
        "plates",
        score,
        null,
        two,
        three);
  }
}
