package docimo.benchmark;

import docimo.app.Application;
import docimo.app.Banks;
import docimo.app.Models;
import docimo.grading.Answer;
import docimo.grading.Grade;
import docimo.grading.Grader;
import docimo.question.InMemoryQuestionBank;
import docimo.question.Question;
import docimo.text.AnalyzedText;
import docimo.text.TextAnalyzer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What one mark costs, and how much of that is text analysis. src/docs/benchmarks.md has figures.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
public class Benchmarks {

  private static final String SHORT_ANSWER =
      "It normalises the inputs of each layer over the mini-batch, so training is faster and more"
          + " stable, and the network does not need such a careful initialisation.";
  private static final String LONG_ANSWER = (SHORT_ANSWER + "\n\n").repeat(12);

  private final TextAnalyzer analyzer = Application.textAnalyzer(new Models());
  private final Grader grader = Application.start().grader();
  private final Question question =
      new InMemoryQuestionBank(Banks.bundled().questions()).get("batch-normalisation");

  /** Runs all benchmarks, or those that match the first argument. */
  public static void main(String[] args) throws RunnerException {
    String which = args.length == 0 ? "^docimo.benchmark.Benchmarks" : args[0];
    new Runner(new OptionsBuilder().include(which).build()).run();
  }

  /** Text analysis of an answer of 25 words. */
  @Benchmark
  public AnalyzedText analyzeShort() {
    return analyzer.analyze(SHORT_ANSWER);
  }

  /** The same answer marked against a question of the bank that is ready. */
  @Benchmark
  public Grade gradeShort() {
    return grader.grade(question, Answer.of(SHORT_ANSWER));
  }

  /** Text analysis of an answer of 300 words. */
  @Benchmark
  public AnalyzedText analyzeLong() {
    return analyzer.analyze(LONG_ANSWER);
  }

  /** The same long answer marked. */
  @Benchmark
  public Grade gradeLong() {
    return grader.grade(question, Answer.of(LONG_ANSWER));
  }
}
