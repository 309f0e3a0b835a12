package docimo.cli;

import docimo.evaluation.MarkedAnswer;
import docimo.evaluation.Observation;
import docimo.evaluation.Observer;
import docimo.evaluation.SignalRun;
import docimo.exchange.MarkedAnswerReader;
import docimo.grading.Grader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** Reads files of answers with human marks and measures them on all cores. */
final class MarkedAnswerFiles {

  private MarkedAnswerFiles() {}

  /**
   * The answers of the files that pass.
   *
   * @param limit how many rows of each file are looked at
   */
  static List<MarkedAnswer> read(List<Path> files, long limit, Predicate<MarkedAnswer> passes)
      throws IOException {
    List<MarkedAnswer> answers = new ArrayList<>();
    for (Path file : files) {
      try (MarkedAnswerReader reader =
          new MarkedAnswerReader(file.toString(), InputFile.open(file))) {
        long rows = 0;
        for (MarkedAnswer answer = reader.next();
            answer != null && rows < limit;
            answer = reader.next()) {
          rows++;
          if (passes.test(answer)) {
            answers.add(answer);
          }
        }
      }
    }
    return answers;
  }

  /** Takes the signals of all answers, showing how far it is. */
  static List<Observation> observe(List<MarkedAnswer> answers, Grader grader, Console console)
      throws InterruptedException {
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try (BatchProgress progress = BatchProgress.overAnswers(answers.size(), console)) {
      return new SignalRun(Observer.of(grader), workers).observe(answers, progress::at);
    } finally {
      workers.shutdownNow();
    }
  }
}
