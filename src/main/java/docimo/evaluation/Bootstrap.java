package docimo.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Confidence intervals by the percentile bootstrap (Efron 1979) over questions: as many questions
 * as there are get drawn with replacement, each with all its answers, because answers to the same
 * question are not independent of each other. The same seed gives the same intervals on every
 * machine.
 *
 * @param resamples how often questions are drawn, at least 1
 * @param seed starts the draws
 */
public record Bootstrap(int resamples, long seed) {

  /** A thousand resamples. */
  public static final Bootstrap DEFAULT = new Bootstrap(1_000, 1);

  private static final double CONFIDENCE = 0.95;

  /**
   * @throws IllegalArgumentException when there is no resample
   */
  public Bootstrap {
    if (resamples < 1) {
      throw new IllegalArgumentException("nothing can be learned from " + resamples + " resamples");
    }
  }

  /** The answers of the questions that were drawn. */
  static final class Resample {

    private final int[] rows;
    private final int[] questions;

    /** A question that was drawn twice is two questions. */
    Resample(int[][] rowsOfQuestions, int[] drawn) {
      rows = Arrays.stream(drawn).flatMap(q -> Arrays.stream(rowsOfQuestions[q])).toArray();
      questions =
          IntStream.range(0, drawn.length)
              .flatMap(i -> Arrays.stream(rowsOfQuestions[drawn[i]]).map(row -> i))
              .toArray();
    }

    double[] of(double[] values) {
      double[] picked = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        picked[i] = values[rows[i]];
      }
      return picked;
    }

    int[] questions() {
      return questions;
    }
  }

  /**
   * The 95 % intervals of several statistics, all taken of the same resamples.
   *
   * @param questions the number of each answer's question, without gaps from 0
   * @param statistics gives all statistics of a resample, always in the same order; called by
   *     several threads at once
   * @return one interval for each statistic. Resamples where a statistic is NaN do not count;
   *     undefined where it is NaN in all of them, and where there are fewer than two questions to
   *     draw from
   */
  List<Interval> intervals(int[] questions, Function<Resample, double[]> statistics) {
    int[][] rows = Questions.rows(questions, questions.length);
    double[][] values =
        draws(rows.length).stream()
            .parallel()
            .map(drawn -> statistics.apply(new Resample(rows, drawn)))
            .toArray(double[][]::new);
    return IntStream.range(0, values[0].length)
        .mapToObj(
            statistic ->
                rows.length < 2
                    ? Interval.UNDEFINED
                    : percentiles(Arrays.stream(values).mapToDouble(v -> v[statistic])))
        .toList();
  }

  private List<int[]> draws(int questions) {
    Random random = new Random(seed);
    List<int[]> draws = new ArrayList<>();
    for (int i = 0; i < resamples; i++) {
      draws.add(random.ints(questions, 0, questions).toArray());
    }
    return draws;
  }

  private static Interval percentiles(DoubleStream values) {
    double[] sorted = values.filter(value -> !Double.isNaN(value)).sorted().toArray();
    double tail = (1 - CONFIDENCE) / 2;
    return sorted.length == 0
        ? Interval.UNDEFINED
        : new Interval(quantile(sorted, tail), quantile(sorted, 1 - tail));
  }

  /** Between two values on a straight line (type 7 of Hyndman and Fan 1996). */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
