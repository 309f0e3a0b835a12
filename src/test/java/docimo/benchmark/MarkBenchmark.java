package docimo.benchmark;

import docimo.app.Application;
import docimo.app.Banks;
import docimo.grading.Grader;
import docimo.question.InMemoryQuestionBank;
import docimo.question.Question;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What all benchmarks share: how they are run, the grader, a question and an answer to it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 15, time = 2)
@Measurement(iterations = 10, time = 2)
public abstract class MarkBenchmark {

  /** Twenty-five words in one sentence. */
  static final String ANSWER =
      "It normalises the inputs of each layer over the mini-batch, so training is faster and more"
          + " stable, and the network does not need such a careful initialisation.";

  final Grader grader = Application.start().grader();
  final Question question =
      new InMemoryQuestionBank(Banks.bundled().questions()).get("batch-normalisation");
}
