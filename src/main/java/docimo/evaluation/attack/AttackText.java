package docimo.evaluation.attack;

import docimo.evaluation.TextTable;
import docimo.evaluation.attack.AttackReport.KindResult;
import docimo.evaluation.attack.AttackReport.QuestionResult;
import docimo.evaluation.attack.AttackReport.Tally;
import docimo.grading.Grade.Status;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report for people: tables of the kinds, the worst attacks, and what passes where. */
public final class AttackText {

  private static final int LONGEST_SHOWN = 400;
  private static final List<String> COLUMNS =
      List.of("tried", "passed", "share", "mean", "highest", "review", "no mark");

  private AttackText() {}

  /** The report as text. */
  public static String of(AttackReport report) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "Attacks on %d question%s, seed %d; passed: %s or more, and nobody has to look at it\n\n",
            report.questions(),
            report.questions() == 1 ? "" : "s",
            report.plan().seed(),
            number(report.plan().passMark())));
    text.append(table("attack", "all attacks", report.attacks(), kinds(report, false)));
    if (report.honest().tried() > 0) {
      text.append('\n')
          .append(
              table("honest answer", "all honest answers", report.honest(), kinds(report, true)));
    }
    worst(report, text);
    questions(report, text);
    return text.toString();
  }

  private static List<KindResult> kinds(AttackReport report, boolean honest) {
    return report.kinds().stream().filter(kind -> kind.kind().isHonest() == honest).toList();
  }

  private static String table(String title, String total, Tally all, List<KindResult> kinds) {
    if (kinds.isEmpty()) {
      return "";
    }
    TextTable table = new TextTable();
    table.add(row(title, COLUMNS));
    kinds.forEach(kind -> table.add(row(name(kind.kind()), cells(kind.tally()))));
    table.add(row(total, cells(all)));
    return table.text();
  }

  private static List<String> row(String first, List<String> cells) {
    return Stream.concat(Stream.of(first), cells.stream()).toList();
  }

  private static List<String> cells(Tally tally) {
    return List.of(
        Integer.toString(tally.tried()),
        Integer.toString(tally.passed()),
        tally.tried() == 0 ? "-" : String.format(Locale.ROOT, "%.0f %%", 100 * tally.share()),
        number(tally.mean()),
        number(tally.highest()),
        Integer.toString(tally.statuses().getOrDefault(Status.NEEDS_REVIEW, 0)),
        Integer.toString(
            tally.statuses().getOrDefault(Status.NOT_GRADABLE, 0)
                + tally.statuses().getOrDefault(Status.FAILED, 0)));
  }

  private static void worst(AttackReport report, StringBuilder text) {
    if (!report.worst().isEmpty()) {
      text.append("\nHighest marks of attacks\n");
    }
    for (AttackOutcome outcome : report.worst()) {
      text.append(
          String.format(
              Locale.ROOT,
              "\n%s %s [%s]%s\n    %s\n",
              number(outcome.earned()),
              name(outcome.kind()),
              outcome.questionId(),
              outcome.passes(report.plan().passMark()) ? "" : " (does not pass)",
              shortened(outcome.answer())));
    }
  }

  private static void questions(AttackReport report, StringBuilder text) {
    text.append("\nWhat passes on each question\n\n");
    for (QuestionResult question : report.byQuestion()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s: %d of %d%s\n",
              question.questionId(),
              question.passed().size(),
              question.tried(),
              question.passed().stream()
                  .map(AttackText::name)
                  .collect(Collectors.joining(", ", question.passed().isEmpty() ? "" : "; ", ""))));
    }
  }

  private static String shortened(String answer) {
    String line = answer.replaceAll("\\s+", " ");
    return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "…";
  }

  private static String name(AttackKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.2f", value);
  }
}
