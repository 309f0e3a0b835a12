package docimo.evaluation;

import docimo.grading.Calibration;
import docimo.grading.Signal;
import docimo.grading.Signal.KeyPointSignal;
import docimo.grading.Signal.KeywordSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Fits linear models to human marks: evidence weights of 0 or above by ridge regression inside data
 * sets, whose strength is chosen by cross-validation over questions, then the calibration, then the
 * interval. The same observations in the same order give the same bits. Immutable.
 */
public final class Fit {

  /**
   * The signals that a fit may use. The cosine of TF-IDF vectors and the coverage of derived key
   * points say what these say again, on scales of their own: with them marks were further from
   * those of people on data that was not fitted on (src/docs/accuracy.md).
   */
  static final List<String> OFFERED =
      List.of(KeywordSignal.NAME, Signal.SEMANTIC_COVERAGE, Signal.SEMANTIC_SIMILARITY);

  /** All signals; those that are not offered get no weight. */
  public static final List<String> SIGNALS =
      List.of(
          KeywordSignal.NAME,
          Signal.COSINE_SIMILARITY,
          Signal.SEMANTIC_COVERAGE,
          Signal.SEMANTIC_SIMILARITY,
          KeyPointSignal.NAME);

  /** From the weakest, against signals of unit spread. */
  private static final List<Double> RIDGES = List.of(0.001, 0.01, 0.1);

  private static final double SCALE = 10_000;

  private final List<String> signals;

  private Fit(List<String> signals) {
    this.signals = signals;
  }

  /** A fit on all signals that are offered. */
  public static Fit all() {
    return new Fit(OFFERED);
  }

  /** A fit on all of them but one. */
  public static Fit without(String signal) {
    return new Fit(OFFERED.stream().filter(name -> !name.equals(signal)).toList());
  }

  /**
   * A model without an interval.
   *
   * @throws NothingToFitException when no answer has signals
   */
  public LinearModel model(List<Observation> observations) {
    Samples samples = Samples.of(observations);
    if (samples.size() == 0) {
      throw new NothingToFitException("none of the answers to fit on gets a mark");
    }
    return model(samples, ridge(samples));
  }

  /**
   * A model with what its answers are like and an interval, whose errors are those of models that
   * were fitted without the data set that they mark, or, where there is only one, without a fifth
   * of its questions.
   *
   * @throws NothingToFitException when no answer has signals
   */
  public LinearModel modelWithInterval(List<Observation> observations) {
    LinearModel model = model(observations).with(FamiliarityFit.of(observations));
    List<Judgement> heldOut = heldOut(observations);
    return heldOut.isEmpty() ? model : model.with(IntervalFit.of(heldOut));
  }

  /** The marks of answers by models that were not fitted on them. */
  private List<Judgement> heldOut(List<Observation> observations) {
    Samples samples = Samples.of(observations);
    List<String> datasets = samples.datasets();
    ToIntFunction<Observation> part =
        datasets.size() > 1 ? row -> datasets.indexOf(row.answer().dataset()) : Samples::fold;
    List<Judgement> judgements = new ArrayList<>();
    holdOut(
        samples,
        part,
        rest -> model(rest, ridge(rest)),
        (i, model) -> {
          Observation row = samples.row(i);
          judgements.add(new Judgement(row.answer(), model.mark(row)));
        });
    return judgements;
  }

  /** The strength that predicts held-out questions best; the stronger of equals. */
  private double ridge(Samples samples) {
    double best = Double.POSITIVE_INFINITY;
    double chosen = RIDGES.get(0);
    for (double ridge : RIDGES) {
      double error = crossValidated(samples, ridge);
      if (error <= best) {
        best = error;
        chosen = ridge;
      }
    }
    return chosen;
  }

  /** The weighted squared error on questions that were held out. */
  private double crossValidated(Samples samples, double ridge) {
    double[] error = {0};
    holdOut(
        samples,
        Samples::fold,
        rest -> model(rest, ridge),
        (i, model) -> {
          Observation row = samples.row(i);
          double miss = model.calibration().mark(model.mean(row)) - row.target();
          error[0] += samples.weight(i) * miss * miss;
        });
    return error[0];
  }

  /** Something that is done with a held-out row and the model that was fitted without its part. */
  private interface HeldOutRow {
    void accept(int row, LinearModel model);
  }

  /** Fits once without each part, and hands over the rows of the part; sorted by part. */
  private static void holdOut(
      Samples samples,
      ToIntFunction<Observation> part,
      Function<Samples, LinearModel> fit,
      HeldOutRow each) {
    int[] parts =
        IntStream.range(0, samples.size()).map(i -> part.applyAsInt(samples.row(i))).toArray();
    for (int held : IntStream.of(parts).distinct().sorted().toArray()) {
      Samples rest = samples.where(row -> part.applyAsInt(row) != held);
      if (rest.size() > 0) {
        LinearModel model = fit.apply(rest);
        for (int i = 0; i < parts.length; i++) {
          if (parts[i] == held) {
            each.accept(i, model);
          }
        }
      }
    }
  }

  private LinearModel model(Samples samples, double ridge) {
    WithinSetSlopes fitted = WithinSetSlopes.fit(samples, this::values, signals.size(), ridge);
    double total = fitted.sum();
    Map<String, Double> weights = new TreeMap<>();
    SIGNALS.forEach(name -> weights.put(name, 0.0));
    for (int i = 0; i < signals.size(); i++) {
      // no signal explains anything: weigh all alike, the calibration then says how little it is
      double share = total > 0 ? fitted.slopes().get(i) / total : 1.0 / signals.size();
      weights.put(signals.get(i), rounded(share));
    }
    LinearModel model = new LinearModel(weights, Calibration.NONE, ridge, null, null);
    return model.with(CalibrationFit.of(model, samples));
  }

  /** A signal that is not there counts as the mean of the others, as it does in the mark. */
  private double[] values(Observation row) {
    double sum = 0;
    int there = 0;
    for (String name : signals) {
      Double value = row.signal(name);
      if (value != null) {
        sum += value;
        there++;
      }
    }
    double mean = there == 0 ? 0 : sum / there;
    double[] values = new double[signals.size()];
    for (int i = 0; i < values.length; i++) {
      Double value = row.signal(signals.get(i));
      values[i] = value == null ? mean : value;
    }
    return values;
  }

  /** A number with the four decimals that a model file has. */
  static double rounded(double number) {
    return Math.round(number * SCALE) / SCALE;
  }
}
