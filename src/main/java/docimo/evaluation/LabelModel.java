package docimo.evaluation;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Makes labels of signals: logistic regression on all signals, one label against the others, each
 * signal brought to mean 0 and spread 1 and each label weighed alike however rare it is. An answer
 * that gets no mark is {@link Label#INCORRECT}. Immutable; the same observations give the same
 * model.
 */
final class LabelModel {

  /** The cost of a miss beside that of large weights; fixed, and not fitted on anything. */
  private static final double COST = 0.1;

  private static final double TOLERANCE = 1e-4;
  private static final List<Label> NUMBERED = List.of(Label.values());

  static {
    Linear.disableDebugOutput();
  }

  private final List<String> names;
  private final double[] means;
  private final double[] spreads;
  private final Model model;

  private LabelModel(List<String> names, double[][] rows, double[] labels, Parameter parameter) {
    this.names = names;
    this.means = new double[names.size()];
    this.spreads = new double[names.size()];
    for (int i = 0; i < means.length; i++) {
      int signal = i;
      double[] values = Arrays.stream(rows).mapToDouble(row -> row[signal]).toArray();
      means[i] = Agreement.mean(values);
      double squares =
          Arrays.stream(values).map(v -> (v - means[signal]) * (v - means[signal])).sum();
      spreads[i] = squares == 0 ? 1 : Math.sqrt(squares / values.length);
    }
    Problem problem = new Problem();
    problem.l = rows.length;
    problem.n = names.size() + 1;
    problem.bias = 1;
    problem.x = Arrays.stream(rows).map(this::features).toArray(Feature[][]::new);
    problem.y = labels;
    this.model = Linear.train(problem, parameter);
  }

  /**
   * Fits a model to the labels of observations.
   *
   * @param labels one for each observation
   * @throws NothingToFitException when no observation has signals
   */
  static LabelModel fit(List<Observation> observations, List<Label> labels) {
    TreeSet<String> names = new TreeSet<>();
    observations.forEach(row -> names.addAll(row.signals().keySet()));
    if (names.isEmpty()) {
      throw new NothingToFitException("no answer of the split train gets a mark to fit on");
    }
    int[] marked = marked(observations);
    double[][] rows =
        Arrays.stream(marked)
            .mapToObj(i -> values(List.copyOf(names), observations.get(i)))
            .toArray(double[][]::new);
    double[] numbers =
        Arrays.stream(marked).mapToDouble(i -> NUMBERED.indexOf(labels.get(i))).toArray();
    Map<Label, Integer> counts = new EnumMap<>(Label.class);
    Arrays.stream(marked).forEach(i -> counts.merge(labels.get(i), 1, Integer::sum));
    Parameter parameter = new Parameter(SolverType.L2R_LR, COST, TOLERANCE);
    parameter.setWeights(
        counts.values().stream()
            .mapToDouble(count -> (double) rows.length / counts.size() / count)
            .toArray(),
        counts.keySet().stream().mapToInt(NUMBERED::indexOf).toArray());
    return new LabelModel(List.copyOf(names), rows, numbers, parameter);
  }

  private static int[] marked(List<Observation> observations) {
    return IntStream.range(0, observations.size())
        .filter(i -> observations.get(i).hasSignals())
        .toArray();
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

  /** The most likely label of an answer. */
  Label label(Observation row) {
    return row.hasSignals()
        ? NUMBERED.get((int) Linear.predict(model, features(values(names, row))))
        : Label.INCORRECT;
  }
}
