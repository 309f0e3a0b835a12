package docimo.benchmark;

import docimo.app.Application;
import docimo.app.Models;
import docimo.grading.Answer;
import docimo.grading.Grade;
import docimo.text.AnalyzedText;
import docimo.text.TextAnalyzer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What one mark costs, and how much of that is text analysis. src/docs/benchmarks.md has figures.
 */
public class Benchmarks extends MarkBenchmark {

  private static final String LONG_ANSWER = (ANSWER + "\n\n").repeat(12);

  private final TextAnalyzer analyzer = Application.textAnalyzer(new Models());

  /** Runs all benchmarks, or those that match the first argument. */
  public static void main(String[] args) throws RunnerException {
    String which = args.length == 0 ? "^docimo.benchmark.Benchmarks" : args[0];
    new Runner(new OptionsBuilder().include(which).build()).run();
  }

  /** Text analysis of an answer of 25 words. */
  @Benchmark
  public AnalyzedText analyzeShort() {
    return analyzer.analyze(ANSWER);
  }

  /** The same answer marked against a question of the bank that is ready. */
  @Benchmark
  public Grade gradeShort() {
    return grader.grade(question, Answer.of(ANSWER));
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
