package docimo.api;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.stream.Stream;

/** What a request prefers (RFC 7240). */
final class Preference {

  private static final String RESPOND_ASYNC = "respond-async";

  private Preference() {}

  /** Whether the work is to be done after the reply. */
  static boolean isAsync(Context ctx) {
    String header = ctx.header("Prefer");
    return header != null
        && Stream.of(header.split("[,;]"))
            .anyMatch(name -> name.strip().toLowerCase(Locale.ROOT).equals(RESPOND_ASYNC));
  }

  /** Says in the reply that it is. */
  static void applyAsync(Context ctx) {
    ctx.header("Preference-Applied", RESPOND_ASYNC);
  }
}
