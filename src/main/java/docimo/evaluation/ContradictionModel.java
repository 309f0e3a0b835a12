package docimo.evaluation;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Tells, of an answer that is not correct, whether it contradicts the reference or says something
 * else: logistic regression on all signals, each brought to mean 0 and spread 1, both labels
 * weighed alike however rare one is. The same observations give the same model. Immutable.
 */
final class ContradictionModel {

  /** What a miss costs beside large weights; fixed, and not fitted on anything. */
  private static final double COST = 0.1;

  private static final double TOLERANCE = 1e-4;
  private static final int CONTRADICTS = 1;
  private static final int OTHER = 0;

  static {
    Linear.disableDebugOutput();
  }

  private final List<String> names;
  private final double[] means;
  private final double[] spreads;
  private final Model model;

  private ContradictionModel(List<String> names, double[][] rows, double[] labels) {
    this.names = names;
    this.means = new double[names.size()];
    this.spreads = new double[names.size()];
    for (int i = 0; i < means.length; i++) {
      int signal = i;
      double[] values = Arrays.stream(rows).mapToDouble(row -> row[signal]).toArray();
      means[i] = Agreement.mean(values);
      double variance =
          Arrays.stream(values)
              .map(v -> (v - means[signal]) * (v - means[signal]))
              .average()
              .orElse(0);
      spreads[i] = variance == 0 ? 1 : Math.sqrt(variance);
    }
    Problem problem = new Problem();
    problem.l = rows.length;
    problem.n = names.size() + 1;
    problem.bias = 1;
    problem.x = Arrays.stream(rows).map(this::features).toArray(Feature[][]::new);
    problem.y = labels;
    double contradictions = Arrays.stream(labels).sum();
    Parameter parameter = new Parameter(SolverType.L2R_LR, COST, TOLERANCE);
    parameter.setWeights(
        new double[] {
          rows.length / 2.0 / contradictions, rows.length / 2.0 / (rows.length - contradictions)
        },
        new int[] {CONTRADICTS, OTHER});
    this.model = Linear.train(problem, parameter);
  }

  /**
   * Fits a model to those observations that have signals and are not correct.
   *
   * @param labels one for each observation
   * @throws NothingToFitException when there is no contradiction among them, or nothing else
   */
  static ContradictionModel fit(List<Observation> observations, List<Label> labels) {
    int[] rows =
        IntStream.range(0, observations.size())
            .filter(i -> observations.get(i).hasSignals() && labels.get(i) != Label.CORRECT)
            .toArray();
    TreeSet<String> signals = new TreeSet<>();
    Arrays.stream(rows).forEach(i -> signals.addAll(observations.get(i).signals().keySet()));
    List<String> names = List.copyOf(signals);
    double[] numbers =
        Arrays.stream(rows)
            .mapToDouble(i -> labels.get(i) == Label.CONTRADICTORY ? CONTRADICTS : OTHER)
            .toArray();
    if (Arrays.stream(numbers).distinct().count() < 2) {
      throw new NothingToFitException(
          "the split train must have contradictory and incorrect answers that get a mark");
    }
    return new ContradictionModel(
        names,
        Arrays.stream(rows)
            .mapToObj(i -> values(names, observations.get(i)))
            .toArray(double[][]::new),
        numbers);
  }

  private static double[] values(List<String> names, Observation row) {
    return names.stream()
        .mapToDouble(name -> Objects.requireNonNullElse(row.signal(name), 0.0))
        .toArray();
  }

  private Feature[] features(double[] values) {
    Feature[] features = new Feature[values.length + 1];
    for (int i = 0; i < values.length; i++) {
      features[i] = new FeatureNode(i + 1, (values[i] - means[i]) / spreads[i]);
    }
    features[values.length] = new FeatureNode(values.length + 1, 1);
    return features;
  }

  /** How likely an answer that is not correct contradicts, in [0, 1]; 0 when it gets no mark. */
  double of(Observation row) {
    if (!row.hasSignals()) {
      return 0;
    }
    double[] likely = new double[model.getNrClass()];
    Linear.predictProbability(model, features(values(names, row)), likely);
    return likely[model.getLabels()[0] == CONTRADICTS ? 0 : 1];
  }
}
