package docimo.api;

import docimo.access.Loopback;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a browser was on this machine's own pages when it sent a request. A page of another site
 * can make a browser call a service of this machine, under a name of its own that leads here. Pure
 * functions.
 */
final class LocalName {

  private static final Pattern HOST =
      Pattern.compile("(?:[a-z]+://)?(\\[[0-9a-f:.]+]|[^:/\\[\\]]+)(?::[0-9]+)?");

  private LocalName() {}

  /**
   * Whether a value of the header Host or Origin names another machine.
   *
   * @param value null for none, which is not foreign
   */
  static boolean isForeign(@Nullable String value) {
    if (value == null) {
      return false;
    }
    Matcher host = HOST.matcher(value.strip().toLowerCase(Locale.ROOT));
    if (!host.matches()) {
      return true;
    }
    String name = host.group(1);
    boolean address = name.startsWith("[") || name.matches("[0-9.]+");
    if (address) {
      return !Loopback.is(name);
    }
    return name.equals("null") || (name.contains(".") && !name.endsWith(".localhost"));
  }
}
