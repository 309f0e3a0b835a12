package docimo.exchange.page;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds questions and answers in the rows of tables, by the names of the columns. */
final class QuestionTable {

  private static final Pattern QUESTION =
      Pattern.compile("(?i)(?:interview )?(?:questions?|prompts?|q)\\W*");
  private static final Pattern ANSWER =
      Pattern.compile(
          "(?i)(?:(?:reference|model|sample|short|expected) )?(?:answers?|a|solutions?)\\W*");

  private QuestionTable() {}

  static boolean hasQuestion(Block row) {
    Block.Cell cell = question(row);
    return cell != null && !cell.text().isBlank();
  }

  static Block.@Nullable Cell question(Block row) {
    return cell(row, QUESTION);
  }

  static Block.@Nullable Cell answer(Block row) {
    return cell(row, ANSWER);
  }

  private static Block.@Nullable Cell cell(Block row, Pattern header) {
    return row.cells().stream()
        .filter(cell -> header.matcher(cell.header()).matches())
        .findFirst()
        .orElse(null);
  }
}
