package docimo.cli;

import docimo.screening.AgreementMeasure.Figures;
import docimo.screening.AgreementReport;
import docimo.screening.AgreementReport.ByMonth;
import docimo.screening.AgreementReport.ByQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far machine and reviewers agree, as tables for people. */
final class AgreementText {

  private static final List<String> COLUMNS =
      List.of("marks", "blind", "kappa", "r", "RMSE", "mean error");

  /** Mean errors nearer to 0 than this are 0.00 for people. */
  private static final double VISIBLE = 0.005;

  private AgreementText() {}

  static String of(AgreementReport report) {
    if (report.byQuestion().isEmpty()) {
      return "no answer has a mark of the machine and one of a person yet";
    }
    List<List<String>> questions = new ArrayList<>(List.of(row("question", COLUMNS)));
    for (ByQuestion q : report.byQuestion()) {
      questions.add(row(q.questionId(), figures(q.marks(), q.blind(), q.figures())));
    }
    List<List<String>> months = new ArrayList<>(List.of(row("month", COLUMNS)));
    for (ByMonth m : report.byMonth()) {
      months.add(row(m.month().toString(), figures(m.marks(), m.blind(), m.figures())));
    }
    return table(questions)
        + "\n\n"
        + table(months)
        + "\n\nPeople mark what is doubtful: this says nothing about the other answers.";
  }

  private static List<String> figures(int marks, int blind, Figures f) {
    return List.of(
        Integer.toString(marks),
        Integer.toString(blind),
        figure(f.quadraticWeightedKappa()),
        figure(f.pearson()),
        figure(f.rootMeanSquareError()),
        leaning(f.meanError()));
  }

  private static String figure(@Nullable Double value) {
    // without the sign of a zero
    return value != null && Math.abs(value) < VISIBLE ? "0.00" : OfficeCommand.mark(value);
  }

  private static String leaning(double meanError) {
    if (Math.abs(meanError) < VISIBLE) {
      return "0.00, even";
    }
    return String.format(Locale.ROOT, "%+.2f, machine ", meanError)
        + (meanError > 0 ? "lenient" : "strict");
  }

  private static List<String> row(String name, List<String> cells) {
    List<String> row = new ArrayList<>(List.of(name));
    row.addAll(cells);
    return row;
  }

  /** Names to the left, figures to the right, the last column as it comes. */
  private static String table(List<List<String>> rows) {
    int columns = COLUMNS.size() + 1;
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        int column = i;
        int width = rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
        String cell = row.get(i);
        String gap = " ".repeat(width - cell.length());
        if (i == 0) {
          line.append(cell).append(gap);
        } else {
          line.append("  ").append(i == columns - 1 ? cell : gap + cell);
        }
      }
      lines.add(line.toString());
    }
    return String.join("\n", lines);
  }
}
