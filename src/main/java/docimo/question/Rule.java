package docimo.question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many of the key points a full answer needs: all of them, or any n of a group of alternatives
 * ("name three ..." against five listed ones).
 *
 * <p>Written as {@code all}, {@code any 3} (of all points of the question), {@code any 3 of types}
 * (of the points whose {@linkplain KeyPoint#group() group} is "types"), or several of the latter
 * separated by semicolons. Points that no choice speaks of are all needed.
 *
 * @param choices the choices, at most one for each group; empty means all points are needed
 */
public record Rule(List<AnyOf> choices) {

  /** All points are needed. */
  public static final Rule ALL = new Rule(List.of());

  private static final int MOST = 999;
  private static final Pattern GROUP_NAME =
      Pattern.compile("[^;\\s](?:[^;\\n\\r\\u000B\\f\\u0085\\u2028\\u2029]*[^;\\s])?");
  private static final Pattern ANY_OF =
      Pattern.compile("any\\s+(\\d{1,3})(?:\\s+of\\s+(\\S.*?))?", Pattern.CASE_INSENSITIVE);

  /**
   * Any {@code count} points of a group are enough.
   *
   * @param count how many, at least 1
   * @param group the group's name, on one line and without semicolons; null means all points of the
   *     question
   */
  public record AnyOf(int count, @Nullable String group) {

    /**
     * @throws IllegalArgumentException when the count is not in 1 to 999, or the group's name could
     *     not be read back from the written form
     */
    public AnyOf {
      if (count < 1 || count > MOST) {
        throw new IllegalArgumentException("'any " + count + "' needs a number from 1 to " + MOST);
      }
      if (group != null && group.isBlank()) {
        throw new IllegalArgumentException("'any " + count + " of' needs the name of a group");
      }
      if (group != null && !GROUP_NAME.matcher(group).matches()) {
        throw new IllegalArgumentException(
            "a rule cannot name the group '"
                + group
                + "': no semicolons, line breaks or outer spaces");
      }
    }

    @Override
    public String toString() {
      return group == null ? "any " + count : "any " + count + " of " + group;
    }
  }

  /**
   * @throws IllegalArgumentException when two choices speak of the same group, or one speaks of all
   *     points and is not alone
   */
  public Rule {
    choices = List.copyOf(choices);
    Set<String> seen = new HashSet<>();
    for (AnyOf choice : choices) {
      if (choice.group() == null && choices.size() > 1) {
        throw new IllegalArgumentException("'" + choice + "' speaks of all points: write it alone");
      }
      if (choice.group() != null && !seen.add(choice.group())) {
        throw new IllegalArgumentException("two rules for the group '" + choice.group() + "'");
      }
    }
  }

  /**
   * Reads the written form; the reverse of {@link #toString()}. Letter case and extra spaces do not
   * matter, except in the names of groups.
   *
   * @throws IllegalArgumentException when the text is not a rule; the message says what is
   */
  public static Rule parse(String text) {
    if (text.strip().toLowerCase(Locale.ROOT).equals("all")) {
      return ALL;
    }
    List<AnyOf> choices = new ArrayList<>();
    for (String part : text.split(";", -1)) {
      Matcher matcher = ANY_OF.matcher(part.strip());
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "'" + text + "' is not a rule: write 'all', 'any 3' or 'any 3 of GROUP'");
      }
      choices.add(new AnyOf(Integer.parseInt(matcher.group(1)), matcher.group(2)));
    }
    return new Rule(choices);
  }

  /** The written form that {@link #parse} reads. */
  @Override
  public String toString() {
    return choices.isEmpty()
        ? "all"
        : choices.stream().map(AnyOf::toString).collect(Collectors.joining("; "));
  }
}
