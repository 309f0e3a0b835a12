package docimo.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.grading.Grader;
import docimo.grading.Signal.DenialSignal;
import docimo.grading.Signal.OppositeWordSignal;
import docimo.testing.TestApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        .contains(OppositeWordSignal.NAME, DenialSignal.NAME)
        .hasSize(Fit.SIGNALS.size() + 2);
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
