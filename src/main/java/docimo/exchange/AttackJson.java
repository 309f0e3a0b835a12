package docimo.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import docimo.evaluation.attack.AttackKind;
import docimo.evaluation.attack.AttackOutcome;
import docimo.evaluation.attack.AttackReport;
import docimo.evaluation.attack.AttackReport.KindResult;
import docimo.evaluation.attack.AttackReport.QuestionResult;
import docimo.evaluation.attack.AttackReport.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Attack reports for machines: one JSON object a line, whose {@code type} says what it is. Figures
 * that are not defined are null.
 */
public final class AttackJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private AttackJson() {}

  /**
   * A line of type {@code kind} for each kind, one of type {@code overall}, one of type {@code
   * worst} for each of the worst attacks, and one of type {@code question} for each question.
   */
  public static List<String> lines(AttackReport report) {
    List<String> lines = new ArrayList<>();
    report.kinds().forEach(kind -> lines.add(Json.write(kind(kind))));
    lines.add(Json.write(overall(report)));
    report.worst().forEach(outcome -> lines.add(Json.write(worst(outcome, report))));
    report.byQuestion().forEach(question -> lines.add(Json.write(question(question))));
    return lines;
  }

  /** A tally as an object. */
  public static ObjectNode tally(Tally tally) {
    ObjectNode object = NODES.objectNode();
    object.put("tried", tally.tried());
    object.put("passed", tally.passed());
    put(object, "share", tally.share());
    put(object, "mean", tally.mean());
    put(object, "highest", tally.highest());
    ObjectNode statuses = object.putObject("statuses");
    tally.statuses().forEach((status, count) -> statuses.put(lower(status), count));
    return object;
  }

  private static ObjectNode kind(KindResult result) {
    ObjectNode object = object("kind");
    object.put("kind", lower(result.kind()));
    object.put("honest", result.kind().isHonest());
    object.put("imitates", result.kind().imitates());
    object.setAll(tally(result.tally()));
    object.put("not_applicable", result.notApplicable());
    return object;
  }

  private static ObjectNode overall(AttackReport report) {
    ObjectNode object = object("overall");
    object.put("questions", report.questions());
    object.put("seed", report.plan().seed());
    object.put("pass_mark", report.plan().passMark());
    object.set("attacks", tally(report.attacks()));
    object.set("honest", tally(report.honest()));
    return object;
  }

  private static ObjectNode worst(AttackOutcome outcome, AttackReport report) {
    ObjectNode object = object("worst");
    object.put("question_id", outcome.questionId());
    object.put("kind", lower(outcome.kind()));
    object.put("status", lower(outcome.status()));
    object.put("score", outcome.score());
    object.put("passed", outcome.passes(report.plan().passMark()));
    object.put("answer", outcome.answer());
    return object;
  }

  private static ObjectNode question(QuestionResult result) {
    ObjectNode object = object("question");
    object.put("question_id", result.questionId());
    object.put("tried", result.tried());
    ArrayNode passed = object.putArray("passed");
    for (AttackKind kind : result.passed()) {
      passed.add(lower(kind));
    }
    return object;
  }

  private static void put(ObjectNode object, String name, double value) {
    if (Double.isNaN(value)) {
      object.putNull(name);
    } else {
      object.put(name, value);
    }
  }

  private static ObjectNode object(String type) {
    return NODES.objectNode().put("type", type);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
