package docimo.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Marks each data set by a model that was fitted on all the others whose licence allows it. Nothing
 * of the data set that is marked reaches its model.
 */
public final class LeaveOneOut {

  private LeaveOneOut() {}

  /**
   * Marks the answers that are scored.
   *
   * @param observations of all answers; those that are not scored are fitted on all the same
   * @param scored whether an answer is to be marked
   * @param fit how models are fitted
   * @param withInterval whether marks get an interval, which takes many more fits
   * @return the scored answers, data set by data set
   * @throws NothingToFitException when a data set has no others to fit on
   */
  public static List<Judgement> judge(
      List<Observation> observations,
      Predicate<MarkedAnswer> scored,
      Fit fit,
      boolean withInterval) {
    Set<String> datasets = new LinkedHashSet<>();
    observations.stream()
        .filter(row -> scored.test(row.answer()))
        .forEach(row -> datasets.add(row.answer().dataset()));
    List<Judgement> judgements = new ArrayList<>();
    for (String dataset : datasets) {
      List<Observation> others = others(observations, dataset);
      LinearModel model = withInterval ? fit.modelWithInterval(others) : fit.model(others);
      for (Observation row : observations) {
        if (row.answer().dataset().equals(dataset) && scored.test(row.answer())) {
          judgements.add(new Judgement(row.answer(), model.mark(row)));
        }
      }
    }
    return judgements;
  }

  /** What may be fitted on when a data set is marked. */
  static List<Observation> others(List<Observation> observations, String dataset) {
    List<Observation> others =
        observations.stream()
            .filter(row -> !row.answer().dataset().equals(dataset))
            .filter(row -> DatasetLicence.allowsFitting(row.answer().dataset()))
            .toList();
    if (others.isEmpty()) {
      throw new NothingToFitException(
          "there is no other data set to fit on when "
              + dataset
              + " is marked; give more files, whose licence allows it");
    }
    return others;
  }
}
