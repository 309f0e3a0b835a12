package docimo.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import docimo.evaluation.Ablation;
import docimo.evaluation.CalibrationBin;
import docimo.evaluation.Comparison;
import docimo.evaluation.DatasetResult;
import docimo.evaluation.Estimate;
import docimo.evaluation.EvaluationReport;
import docimo.evaluation.Interval;
import docimo.evaluation.LabelReport;
import docimo.evaluation.LearningCurve;
import docimo.evaluation.Measure;
import docimo.evaluation.Protocol;
import docimo.evaluation.RiskCoverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Evaluation reports for machines: one JSON object a line, whose {@code type} says what it is.
 * Figures that are not defined are null.
 */
public final class EvaluationJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private EvaluationJson() {}

  /** A line of type {@code dataset} for each data set, then one of type {@code mean}. */
  public static List<String> lines(EvaluationReport report) {
    List<String> lines = new ArrayList<>();
    report.datasets().forEach(result -> lines.add(Json.write(dataset(report, result))));
    ObjectNode mean = object("mean", lower(report.protocol()));
    mean.put("maximum", report.protocol().maximum());
    mean.put("datasets", report.datasets().size());
    for (Measure measure : Measure.values()) {
      mean.set(lower(measure), number(report.mean(measure)));
    }
    lines.add(Json.write(mean));
    return lines;
  }

  /**
   * A line of type {@code difference} for each data set, then one of type {@code mean_difference}.
   */
  public static List<String> lines(Comparison comparison) {
    List<String> lines = new ArrayList<>();
    for (Comparison.Row row : comparison.rows()) {
      ObjectNode object = object("difference", lower(comparison.protocol()));
      object.put("dataset", row.dataset());
      object.put("answers", row.answers());
      for (Measure measure : Measure.values()) {
        object.set(lower(measure), difference(row.difference(measure)));
      }
      lines.add(Json.write(object));
    }
    ObjectNode mean = object("mean_difference", lower(comparison.protocol()));
    mean.put("answers", comparison.answers());
    mean.put("compared", comparison.compared());
    for (Measure measure : Measure.values()) {
      mean.set(lower(measure), number(comparison.mean(measure)));
    }
    lines.add(Json.write(mean));
    return lines;
  }

  /** A line of type {@code labels} for each split. */
  public static List<String> lines(LabelReport report) {
    return report.rows().stream().map(EvaluationJson::line).toList();
  }

  private static String line(LabelReport.Row row) {
    ObjectNode line =
        object("labels", lower(Protocol.SEMEVAL2013))
            .put("dataset", row.dataset())
            .put("split", row.split())
            .put("answers", row.answers())
            .put("macro_f1_two_way", row.twoWay())
            .put("macro_f1_three_way", row.threeWay());
    line.set("auc_contradictory", number(row.contradictory()));
    line.set("auc_contradictory_lessened", number(row.withContradiction()));
    return Json.write(line);
  }

  /** A line of type {@code ablation} for each signal that was left out; "-" where none was. */
  public static List<String> lines(Ablation ablation) {
    return ablation.rows().stream()
        .map(
            row ->
                Json.write(
                    object("ablation", lower(Protocol.ASAG2024))
                        .put("without", row.without())
                        .put("weighted_rmse", row.weightedRmse())
                        .put("rmse", row.rmse())))
        .toList();
  }

  /** A line of type {@code learning_curve} for each number of known answers. */
  public static List<String> lines(LearningCurve curve) {
    return curve.points().stream()
        .map(
            point -> {
              ObjectNode object =
                  object("learning_curve", lower(Protocol.MOHLER))
                      .put("known", point.known())
                      .put("answers", point.answers());
              object.set("pearson", number(point.pearson()));
              object.set("rmse", number(point.rmse()));
              return Json.write(object);
            })
        .toList();
  }

  /**
   * A line of type {@code risk_coverage} for each share of each data set, one of type {@code
   * review_policy} for what the policy in force leaves to the machine, and the same of the mean,
   * whose {@code dataset} is null.
   */
  public static List<String> lines(RiskCoverage curve) {
    List<String> lines = new ArrayList<>();
    curve.rows().forEach(row -> lines.addAll(lines(row, row.dataset())));
    lines.addAll(lines(curve.mean(), null));
    return lines;
  }

  private static List<String> lines(RiskCoverage.Row row, @Nullable String dataset) {
    List<String> lines = new ArrayList<>();
    row.points().forEach(p -> lines.add(Json.write(point("risk_coverage", dataset, p))));
    lines.add(Json.write(point("review_policy", dataset, row.policy())));
    return lines;
  }

  private static ObjectNode point(String type, @Nullable String dataset, RiskCoverage.Point point) {
    ObjectNode object = object(type, lower(Protocol.PLAIN)).put("dataset", dataset);
    object.set("kept", number(point.share()));
    object.set(
        "answers",
        dataset == null ? NODES.nullNode() : NODES.numberNode(Math.round(point.answers())));
    object.set("pearson", number(point.pearson()));
    object.set("rmse", number(point.rmse()));
    object.set("kappa", number(point.kappa()));
    object.set("within_quarter", number(point.close()));
    return object;
  }

  private static ObjectNode dataset(EvaluationReport report, DatasetResult result) {
    ObjectNode object = object("dataset", lower(report.protocol()));
    object.put("maximum", report.protocol().maximum());
    object.put("resamples", report.bootstrap().resamples());
    object.put("seed", report.bootstrap().seed());
    object.put("dataset", result.dataset());
    object.put("questions", result.questions());
    object.put("answers", result.answers());
    object.put("unmarked", result.unmarked());
    for (Measure measure : Measure.values()) {
      object.set(lower(measure), estimate(result.estimate(measure)));
    }
    object.set("mean_error", number(result.meanError()));
    object.set("interval_coverage", number(result.coverage()));
    object.set("calibration", calibration(result.calibration()));
    object.set("question_errors", questionErrors(result.questionErrors()));
    return object;
  }

  private static ObjectNode estimate(Estimate estimate) {
    ObjectNode object = NODES.objectNode();
    object.set("value", number(estimate.value()));
    object.set("interval", interval(estimate.interval()));
    return object;
  }

  private static ObjectNode difference(Comparison.Difference difference) {
    ObjectNode object = NODES.objectNode();
    object.set("docimo", number(difference.ours()));
    object.set("other", number(difference.other()));
    object.set("difference", number(difference.value()));
    object.set("interval", interval(difference.interval()));
    return object;
  }

  private static ArrayNode calibration(List<CalibrationBin> bins) {
    ArrayNode array = NODES.arrayNode();
    for (CalibrationBin bin : bins) {
      ObjectNode object = array.addObject();
      object.set("range", interval(bin.range()));
      object.put("answers", bin.count());
      object.set("machine_mean", number(bin.machineMean()));
      object.set("human_mean", number(bin.humanMean()));
    }
    return array;
  }

  private static ArrayNode questionErrors(List<DatasetResult.QuestionError> errors) {
    ArrayNode array = NODES.arrayNode();
    for (DatasetResult.QuestionError error : errors) {
      ObjectNode object = array.addObject();
      object.put("question", error.questionKey());
      object.put("answers", error.answers());
      object.set("mean_error", number(error.meanError()));
    }
    return array;
  }

  private static JsonNode interval(Interval interval) {
    return interval.isDefined()
        ? NODES.arrayNode().add(interval.low()).add(interval.high())
        : NODES.nullNode();
  }

  private static JsonNode number(double value) {
    return Double.isNaN(value) ? NODES.nullNode() : NODES.numberNode(value);
  }

  private static ObjectNode object(String type, String protocol) {
    return NODES.objectNode().put("type", type).put("protocol", protocol);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
