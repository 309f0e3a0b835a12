package docimo.exchange;

import java.util.regex.Pattern;

/**
 * Cells that no spreadsheet takes for a formula: a leading apostrophe makes such text plain; a
 * number is none.
 */
final class PlainCell {

  /** Also in full width, as spreadsheets take them too. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?");

  private PlainCell() {}

  static String of(String text) {
    boolean isFormula =
        !text.isEmpty()
            && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
            && !NUMBER.matcher(text).matches();
    return isFormula ? "'" + text : text;
  }
}
