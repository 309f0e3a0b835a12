package docimo.evaluation;

import docimo.question.Question;
import docimo.question.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes marked answers in our own words. */
final class Answers {

  private Answers() {}

  static MarkedAnswer answer(String dataset, String question, String id, double score) {
    return new MarkedAnswer(
        dataset,
        "all",
        question,
        Question.inline(
            question, List.of("A stack hands out last what came first."), List.of(), Rule.ALL),
        id,
        "the last one in is the first one out",
        score,
        null,
        null,
        null);
  }

  static Judgement judgement(
      String dataset, String question, String id, double human, @Nullable Double machine) {
    return new Judgement(answer(dataset, question, id, human), new MachineMark(machine, null));
  }
}
