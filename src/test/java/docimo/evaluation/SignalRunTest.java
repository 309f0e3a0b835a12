package docimo.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.grading.Grader;
import docimo.grading.Signal;
import docimo.question.Question;
import docimo.question.Rule;
import docimo.testing.TestApplication;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SignalRunTest {

  private static final List<MarkedAnswer> ANSWERS =
      IntStream.range(0, 200)
          .mapToObj(i -> Answers.answer("a", "q" + i % 7, "id" + i, i / 200.0))
          .toList();

  @Test
  void keepsTheOrder() throws InterruptedException {
    List<Integer> progress = new ArrayList<>();
    List<Judgement> judgements = judge(answer -> marked(answer, 1 - answer.score()), progress);
    assertThat(judgements).extracting(Judgement::answer).isEqualTo(ANSWERS);
    assertThat(judgements).allMatch(j -> j.score() == 1 - j.answer().score());
    assertThat(progress).isEqualTo(IntStream.rangeClosed(1, 200).boxed().toList());
  }

  @Test
  void oneAnswerDoesNotStopTheOthers() throws InterruptedException {
    List<Judgement> judgements =
        judge(
            answer -> {
              if (answer.answerId().equals("id7")) {
                throw new IllegalStateException("cannot");
              }
              return marked(answer, 0.5);
            },
            new ArrayList<>());
    assertThat(judgements).filteredOn(j -> !j.isMarked()).hasSize(1);
    assertThat(judgements.get(7).score()).isZero();
  }

  @Test
  void marksAsTheGraderDoes() {
    Grader grader = TestApplication.shared().grader();
    MarkedAnswer answer = Answers.answer("a", "What is a stack?", "1", 1);
    Observation row = Observer.of(grader).observe(answer);
    assertThat(row.mark().score()).isNotNull().isBetween(0.0, 1.0);
    assertThat(row.signals().keySet())
        .containsAll(Fit.SIGNALS)
        .contains(Signal.OPPOSITE_WORDS, Signal.DENIAL)
        .hasSize(Fit.SIGNALS.size() + 2);
  }

  @Test
  void whatIsMeasuredForAFitDoesNotDependOnTheModelInUse() {
    Grader grader = TestApplication.shared().grader();
    MarkedAnswer answer =
        new MarkedAnswer(
            "a",
            "all",
            "1",
            Question.inline(
                "What is a stack?",
                List.of(
                    "Plates.",
                    "It removes the item that was pushed most recently before it removes any"
                        + " older item, so that items leave in reverse order."),
                List.of(),
                Rule.ALL),
            "1",
            "Like plates: the newest item is removed before older items.",
            1,
            null,
            null,
            null);
    Set<Map<String, Double>> inUse = new HashSet<>();
    Set<Map<String, Double>> forFit = new HashSet<>();
    for (String signal : Fit.SIGNALS) {
      Grader other = grader.with(grader.model().withDerived(Map.of(signal, 1.0)));
      inUse.add(Observer.of(other).observe(answer).signals());
      forFit.add(Observer.forFit(other).observe(answer).signals());
    }
    assertThat(inUse).as("models that differ take different references").hasSizeGreaterThan(1);
    assertThat(forFit).hasSize(1);
  }

  private static Observation marked(MarkedAnswer answer, double score) {
    return new Observation(answer, Map.of(), new MachineMark(score, null));
  }

  private static List<Judgement> judge(Observer observer, List<Integer> progress)
      throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(2);
    try {
      return new SignalRun(observer, workers)
          .observe(ANSWERS, progress::add).stream().map(Observation::judgement).toList();
    } finally {
      workers.shutdownNow();
    }
  }
}
