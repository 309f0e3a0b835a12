package docimo.cli;

import docimo.evaluation.MarkedAnswer;
import docimo.evaluation.Observation;
import docimo.evaluation.Observer;
import docimo.evaluation.SignalRun;
import docimo.exchange.MarkedAnswerReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The files of answers with human marks that a command is given. */
final class MarkedAnswerFiles {

  @Parameters(
      arity = "1..*",
      paramLabel = "DATA",
      description = "Files of answers with human marks, JSON lines.")
  private List<Path> files = List.of();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Take the first N answers of each file only.")
  private long limit = Long.MAX_VALUE;

  /** The files, in the order in which they were named. */
  List<Path> files() {
    return List.copyOf(files);
  }

  /** How many rows of each file are looked at; {@link Long#MAX_VALUE} for all. */
  long limit() {
    return limit;
  }

  /** The answers of all files that pass. */
  List<MarkedAnswer> read(Predicate<MarkedAnswer> passes) throws IOException {
    List<MarkedAnswer> answers = new ArrayList<>();
    for (Path file : files) {
      answers.addAll(read(file, passes));
    }
    return answers;
  }

  /** The answers of one of the files that pass. */
  List<MarkedAnswer> read(Path file, Predicate<MarkedAnswer> passes) throws IOException {
    List<MarkedAnswer> answers = new ArrayList<>();
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
    return answers;
  }

  /** Takes the signals of all answers, showing how far it is. */
  static List<Observation> observe(List<MarkedAnswer> answers, Observer observer, Console console)
      throws InterruptedException {
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try (BatchProgress progress = BatchProgress.overAnswers(answers.size(), console)) {
      return new SignalRun(observer, workers).observe(answers, progress::at);
    } finally {
      workers.shutdownNow();
    }
  }
}
