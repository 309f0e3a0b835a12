package docimo.grading;

import java.util.List;
import java.util.Locale;
import java.util.Set;
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

  /** What an answer may be measured in. */
  private static final Set<String> MEASURES =
      Set.of("sentences", "words", "lines", "paragraphs", "minutes", "seconds", "bullets", "parts");

  private static final Pattern KNOWN =
      Pattern.compile(
          "\\b(?:in|the|these|those|between|with|within|of|from|into|its|their)\\s+$",
          Pattern.CASE_INSENSITIVE);

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
    while (matcher.find()) {
      String noun = matcher.group(2).toLowerCase(Locale.ROOT);
      if (!MEASURES.contains(noun) && !isKnownNumber(prompt.substring(0, matcher.start(1)))) {
        String number = matcher.group(1).toLowerCase(Locale.ROOT);
        int word = NUMBERS.indexOf(number);
        return new RequestedCount(word >= 0 ? word + 2 : Integer.parseInt(number), noun);
      }
    }
    return null;
  }

  /** "the two parties", "in three steps", "between two hosts": the number asks for nothing. */
  private static boolean isKnownNumber(String before) {
    return KNOWN.matcher(before).find();
  }
}
