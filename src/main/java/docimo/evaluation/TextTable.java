package docimo.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Lays out rows of cells in columns: the first to the left, the others to the right. */
public final class TextTable {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a row, unless it is empty; all rows must have as many cells as the first. */
  public void add(List<String> cells) {
    if (!cells.stream().allMatch(String::isEmpty)) {
      rows.add(List.copyOf(cells));
    }
  }

  /** The rows as lines, each with its end and without blanks before it. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String padding = " ".repeat(width(column) - row.get(column).length());
        line.append(column == 0 ? row.get(0) + padding : GAP + padding + row.get(column));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
