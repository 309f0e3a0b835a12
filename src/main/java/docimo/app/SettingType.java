package docimo.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which values a setting takes. Immutable.
 *
 * @param values says it: reads on after "must be "
 * @param takes whether a text is such a value
 */
public record SettingType(String values, Predicate<String> takes) {

  private static final int LONGEST_NUMBER = 18;
  private static final Pattern NUMBER = Pattern.compile("\\d{1," + LONGEST_NUMBER + "}");
  private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  /** Any text that is not empty. */
  static SettingType text() {
    return new SettingType("a text", text -> !text.isEmpty());
  }

  /** Any text; empty for none. */
  static SettingType optional(String what) {
    return optional(what, text -> true);
  }

  /** A text of a form; empty for none. */
  static SettingType optional(String what, Predicate<String> form) {
    return new SettingType(what + ", or empty for none", text -> text.isEmpty() || form.test(text));
  }

  /** A path; empty for none. */
  static SettingType path(String what) {
    return optional(what, SettingType::isPath);
  }

  /** A whole number in a range. */
  static SettingType whole(long from, long to) {
    return new SettingType(
        "a whole number from " + from + " to " + to,
        text -> NUMBER.matcher(text).matches() && inside(Long.parseLong(text), from, to));
  }

  /** A length of time in a range. */
  static SettingType time(String from, String to) {
    Duration least = duration(from);
    Duration most = duration(to);
    return new SettingType(
        "a time from " + from + " to " + to + " (units: ms, s, m, h, d)",
        text ->
            TIME.matcher(text).matches()
                && inside(duration(text).toMillis(), least.toMillis(), most.toMillis()));
  }

  /** On or off. */
  static SettingType onOff() {
    return choice("on", "off");
  }

  /** One of some words. */
  static SettingType choice(String... words) {
    return new SettingType("one of " + String.join(", ", words), Arrays.asList(words)::contains);
  }

  /** Some texts with commas between them, perhaps none. */
  static SettingType list(String what, Predicate<String> each) {
    return new SettingType(
        what + " with commas between them, or empty for none",
        text -> items(text).stream().allMatch(each));
  }

  /** The items of a list. */
  static List<String> items(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  /**
   * A length of time, read.
   *
   * @throws DateTimeException when it is none
   */
  static Duration duration(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      throw new DateTimeException("'" + text + "' is no time");
    }
    long number = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  private static boolean isPath(String text) {
    try {
      return Path.of(text).getNameCount() >= 0;
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static boolean inside(long number, long from, long to) {
    return number >= from && number <= to;
  }
}
