package docimo.api;

import io.javalin.http.Context;
import java.util.regex.Pattern;

/** The query of an address, which no resource reads so far. */
final class RequestQuery {

  private static final Pattern NAME = Pattern.compile("[\\w.-]{1,64}");

  private RequestQuery() {}

  /**
   * Refuses parameters: a filter that is passed over would look like one that found everything.
   *
   * @throws RequestException when there are any
   */
  static void requireNone(Context ctx) {
    String query = ctx.queryString();
    if (query == null || query.isEmpty()) {
      return;
    }
    String name = query.split("[=&]", 2)[0];
    String parameter = NAME.matcher(name).matches() ? "the parameter '" + name + "'" : "parameters";
    throw new RequestException(
        Problem.of(
            400,
            "unknown-parameter",
            "Unknown parameter",
            "This address does not take " + parameter + "; send none"));
  }
}
