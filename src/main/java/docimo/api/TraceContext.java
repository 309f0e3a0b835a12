package docimo.api;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which trace a request belongs to (W3C Trace Context), with the id of our part of it. Immutable.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits; a new one for each request
 * @param flags two hexadecimal digits, as the caller sent them
 */
record TraceContext(String traceId, String spanId, String flags) {

  /** The header of the standard. */
  static final String HEADER = "traceparent";

  private static final Pattern PARENT =
      Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
  private static final String VERSION = "00";
  private static final String NO_VERSION = "ff";
  private static final String NOT_SAMPLED = "00";
  private static final int TRACE_BYTES = 16;
  private static final int SPAN_BYTES = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * The trace that a caller names, or a new one when it names none or not as the standard says.
   *
   * @param parent the value of the header; null when there is none
   */
  static TraceContext of(@Nullable String parent) {
    Matcher named = PARENT.matcher(parent == null ? "" : parent.strip());
    return named.matches() && isValid(named)
        ? new TraceContext(named.group(2), random(SPAN_BYTES), named.group(4))
        : new TraceContext(random(TRACE_BYTES), random(SPAN_BYTES), NOT_SAMPLED);
  }

  private static boolean isValid(Matcher named) {
    String version = named.group(1);
    boolean known = !version.equals(NO_VERSION);
    boolean ended = !version.equals(VERSION) || named.group(5) == null;
    return known && ended && !isZero(named.group(2)) && !isZero(named.group(3));
  }

  private static boolean isZero(String digits) {
    return digits.chars().allMatch(digit -> digit == '0');
  }

  private static String random(int bytes) {
    byte[] id = new byte[bytes];
    do {
      RANDOM.nextBytes(id);
    } while (isZero(HexFormat.of().formatHex(id)));
    return HexFormat.of().formatHex(id);
  }

  /** As the header has it: our part is the parent of what comes after. */
  String header() {
    return VERSION + "-" + traceId + "-" + spanId + "-" + flags;
  }
}
