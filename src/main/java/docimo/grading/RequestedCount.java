package docimo.grading;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many things of a kind a question asks for: "name three practical uses".
 *
 * @param count how many, 2 to 10
 * @param noun what, in the plural as the question says it
 */
record RequestedCount(int count, String noun) {

  private static final List<String> NUMBERS =
      List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  private static final Pattern REQUEST =
      Pattern.compile(
          "\\b(?:name|list|give|mention|explain|describe|state|provide|discuss|identify|outline)\\b"
              + "[^.?!]{0,30}?\\b("
              + String.join("|", NUMBERS)
              + "|[2-9]|10)\\s+(?:[a-z-]+\\s+){0,3}?((?!(?:its|his|this)\\b)[a-z-]+s)\\b",
          Pattern.CASE_INSENSITIVE);

  /** What a prompt asks for; null when it asks for no number of things. */
  static @Nullable RequestedCount in(String prompt) {
    Matcher matcher = REQUEST.matcher(prompt);
    if (!matcher.find()) {
      return null;
    }
    String number = matcher.group(1).toLowerCase(Locale.ROOT);
    int word = NUMBERS.indexOf(number);
    int count = word >= 0 ? word + 2 : Integer.parseInt(number);
    return new RequestedCount(count, matcher.group(2).toLowerCase(Locale.ROOT));
  }
}
