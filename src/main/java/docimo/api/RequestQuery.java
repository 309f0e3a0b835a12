package docimo.api;

import docimo.screening.Page;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The query of an address. A parameter that nobody reads is refused. */
final class RequestQuery {

  private static final Pattern NAME = Pattern.compile("[\\w.-]{1,64}");
  private static final Pattern CURSOR = Pattern.compile("0|-1|[1-9][0-9]{0,17}");
  private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,3}");
  private static final String AFTER = "after";
  private static final String MOST_ITEMS = "limit";

  private final Context ctx;

  private RequestQuery(Context ctx) {
    this.ctx = ctx;
  }

  /**
   * Refuses parameters: a filter that is passed over would look like one that found everything.
   *
   * @throws RequestException when there are any
   */
  static void requireNone(Context ctx) {
    of(ctx);
  }

  /**
   * The query, with these parameters at most.
   *
   * @throws RequestException when there are others, or one of them twice
   */
  static RequestQuery of(Context ctx, String... known) {
    String query = ctx.queryString();
    if (query == null || query.isEmpty()) {
      return new RequestQuery(ctx);
    }
    for (String parameter : ctx.queryParamMap().keySet()) {
      if (!List.of(known).contains(parameter)) {
        throw unknown(parameter, known);
      }
      if (ctx.queryParams(parameter).size() > 1) {
        throw invalid(parameter, "is there twice; send it once");
      }
    }
    if (ctx.queryParamMap().isEmpty()) {
      throw unknown("", known);
    }
    return new RequestQuery(ctx);
  }

  /** The query of a list that comes in pages. */
  static RequestQuery ofList(Context ctx) {
    return of(ctx, AFTER, MOST_ITEMS);
  }

  /**
   * The cursor to go on after.
   *
   * @throws RequestException when it is none
   */
  long after(long otherwise) {
    String value = ctx.queryParam(AFTER);
    if (value == null) {
      return otherwise;
    }
    if (!CURSOR.matcher(value).matches()) {
      throw invalid(AFTER, "is no cursor; send the 'next' of the page before");
    }
    return Math.max(otherwise, Long.parseLong(value));
  }

  /**
   * The cursor, where it counts items.
   *
   * @throws RequestException when it is none
   */
  int skip() {
    long after = after(0);
    if (after > Integer.MAX_VALUE - 2 * Page.MOST) {
      throw invalid(AFTER, "is no cursor; send the 'next' of the page before");
    }
    return (int) after;
  }

  /**
   * How many items are wanted.
   *
   * @throws RequestException when it is not from 1 to {@link Page#MOST}
   */
  int limit(int otherwise) {
    String value = ctx.queryParam(MOST_ITEMS);
    if (value == null) {
      return otherwise;
    }
    if (!LIMIT.matcher(value).matches() || Integer.parseInt(value) > Page.MOST) {
      throw invalid(MOST_ITEMS, "must be a number from 1 to " + Page.MOST);
    }
    return Integer.parseInt(value);
  }

  /** A text; empty when absent. */
  Optional<String> text(String name) {
    return Optional.ofNullable(ctx.queryParam(name));
  }

  /**
   * One of the constants of an enumeration, written in lower case.
   *
   * @param otherwise what an absent parameter means
   * @throws RequestException when it is none of them
   */
  <E extends Enum<E>> E choice(String name, E otherwise) {
    String value = ctx.queryParam(name);
    if (value == null) {
      return otherwise;
    }
    StringBuilder known = new StringBuilder();
    for (E constant : otherwise.getDeclaringClass().getEnumConstants()) {
      String wireName = constant.name().toLowerCase(Locale.ROOT);
      if (wireName.equals(value)) {
        return constant;
      }
      known.append(known.isEmpty() ? "" : ", ").append(wireName);
    }
    throw invalid(name, "must be one of " + known);
  }

  static RequestException invalid(String name, String problem) {
    return new RequestException(
        Problem.of(
            400,
            "invalid-parameter",
            "A parameter is not valid",
            "The parameter '" + name + "' " + problem));
  }

  private static RequestException unknown(String name, String... known) {
    String parameter = NAME.matcher(name).matches() ? "the parameter '" + name + "'" : "parameters";
    String remedy = known.length == 0 ? "; send none" : "; it takes " + String.join(", ", known);
    return new RequestException(
        Problem.of(
            400,
            "unknown-parameter",
            "Unknown parameter",
            "This address does not take "
                + (known.length > 0 && parameter.equals("parameters")
                    ? "parameters of other names"
                    : parameter)
                + remedy));
  }
}
