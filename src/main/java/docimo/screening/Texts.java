package docimo.screening;

/** What names and texts of callers may hold. Pure functions. */
final class Texts {

  /** How long an id, a name or a label may be. */
  static final int NAME = 200;

  /** How long a reason may be. */
  static final int REASON = 4_000;

  private static final char REPLACEMENT = '\uFFFD';

  private Texts() {}

  /**
   * The text as every database keeps it: U+0000 and halves of surrogate pairs become U+FFFD. As
   * long as before.
   */
  static String storable(String text) {
    StringBuilder kept = null;
    for (int i = 0; i < text.length(); i++) {
      if (!isStorable(text, i)) {
        kept = kept == null ? new StringBuilder(text) : kept;
        kept.setCharAt(i, REPLACEMENT);
      }
    }
    return kept == null ? text : kept.toString();
  }

  /**
   * A text for people, trimmed.
   *
   * @throws InvalidValueException when it is blank or too long
   */
  static String require(String field, String text, int most) {
    String trimmed = storable(text).strip();
    if (trimmed.isEmpty() || trimmed.length() > most) {
      throw new InvalidValueException(field, "has from 1 to " + most + " characters");
    }
    return trimmed;
  }

  /**
   * Checks a name for machines, which is compared letter by letter.
   *
   * @throws InvalidValueException when it is blank, too long, or holds control characters
   */
  static void requireId(String field, String id) {
    boolean clean =
        id.codePoints()
            .noneMatch(
                c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    if (id.isBlank() || id.length() > NAME || !clean) {
      throw new InvalidValueException(
          field, "has from 1 to " + NAME + " characters and none that control a terminal");
    }
  }

  /**
   * Checks a mark.
   *
   * @throws InvalidValueException when it is not in [0, 1]
   */
  static double requireMark(String field, double mark) {
    if (!(mark >= 0 && mark <= 1)) {
      throw new InvalidValueException(field, "is a number from 0 to 1");
    }
    return mark + 0.0; // -0 is 0
  }

  private static boolean isStorable(String text, int i) {
    char c = text.charAt(i);
    if (c == 0) {
      return false;
    }
    if (Character.isHighSurrogate(c)) {
      return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }
    return !Character.isLowSurrogate(c) || (i > 0 && Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
