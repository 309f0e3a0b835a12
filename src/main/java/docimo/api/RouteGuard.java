package docimo.api;

import docimo.api.RateLimiter.Kind;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request must pass before its route sees it: its size, the rates and the places. */
final class RouteGuard {

  private static final Set<String> FREE = Set.of("GET /livez", "GET /readyz");

  private static final Set<String> GRADING =
      Set.of(
          "POST /v1/grades",
          "POST /v1/grades:batch",
          "POST /v1/questions/{id}/attacks",
          "POST /v1/screenings/{id}/submissions",
          "POST /v1/screenings/{id}/uploads",
          "POST /v1/screenings/{id}/regrade",
          "POST /v1/grades/{id}/replay");

  private static final Set<String> LONG =
      Set.of("POST /v1/questions/{id}/attacks", "POST /v1/screenings/{id}/regrade");

  /** What reads its body, or writes its reply, while it passes through, and when it does. */
  private static final Map<String, Predicate<Context>> STREAMS =
      Map.of(
          "POST /v1/grades:batch", ctx -> true,
          "POST /v1/screenings/{id}/uploads", ctx -> true,
          "GET /v1/screenings/{id}/export.csv", ctx -> true,
          "GET /v1/screenings/{id}/export.jsonl", ctx -> true,
          "GET /v1/screenings/{id}/export.html", ctx -> true,
          "GET /v1/jobs/{id}/results",
              ctx -> RowsType.wanted(ctx, RowsType.ARRAY).equals(RowsType.LINES));

  private static final Pattern STREAMED_BODY =
      Pattern.compile("/v1/grades:batch|/v1/screenings/[^/]+/uploads");

  private final Limits limits;
  private final RateLimiter rates;
  private final Places requests;
  private final Places streams;
  private final Places longRequests;

  RouteGuard(Limits limits, Capacity capacity, RateLimits rates) {
    this.limits = limits;
    this.rates = new RateLimiter(rates);
    this.requests = new Places(capacity.requests(), "capacity.requests", "requests");
    this.streams =
        new Places(capacity.streams(), "capacity.streams", "uploads, batches and exports");
    this.longRequests =
        new Places(
            capacity.longRequests(), "capacity.long-requests", "attacks and previews of regrades");
  }

  /** Looks at every request, also at those that are for no route. */
  void register(RoutesConfig routes) {
    routes.before(this::requireSize);
    routes.before(
        ctx -> {
          if (!FREE.contains("GET " + ctx.path())) {
            rates.requireFewFailures(ctx);
          }
        });
    routes.after(
        ctx -> {
          if (ctx.status().equals(HttpStatus.UNAUTHORIZED)) {
            rates.countFailure(ctx);
          }
        });
  }

  /**
   * The handler of a route with what stands before it.
   *
   * @param admission lets the request in; may wait, and so has a place
   */
  Handler around(String method, String path, Handler admission, Handler handler) {
    String route = method + " " + path;
    if (FREE.contains(route)) {
      return admitted(admission, handler);
    }
    Kind kind = kind(method, route);
    Handler placed = LONG.contains(route) ? within(longRequests, handler) : handler;
    Handler inside = streaming(STREAMS.get(route), placed);
    return within(
        requests,
        admitted(
            admission,
            ctx -> {
              rates.admit(ctx, kind);
              inside.handle(ctx);
            }));
  }

  private static Handler admitted(Handler admission, Handler handler) {
    return ctx -> {
      admission.handle(ctx);
      handler.handle(ctx);
    };
  }

  private Handler streaming(@Nullable Predicate<Context> isStream, Handler handler) {
    if (isStream == null) {
      return handler;
    }
    Handler stream = within(streams, handler);
    return ctx -> (isStream.test(ctx) ? stream : handler).handle(ctx);
  }

  /**
   * Whether the body of a request for this path is read while it comes. Exact: the ids in a path
   * are words of the caller.
   */
  static boolean hasStreamedBody(String path) {
    return STREAMED_BODY.matcher(path).matches();
  }

  private static Handler within(Places places, Handler handler) {
    return ctx -> {
      Places.Place taken = places.enter();
      try {
        handler.handle(ctx);
      } finally {
        taken.leave();
      }
    };
  }

  private static Kind kind(String method, String route) {
    if (GRADING.contains(route)) {
      return Kind.GRADES;
    }
    return method.equals("GET") ? Kind.READS : Kind.WRITES;
  }

  private void requireSize(Context ctx) {
    String query = ctx.queryString();
    int length = ctx.req().getRequestURI().length() + (query == null ? 0 : query.length() + 1);
    if (length > limits.addressCharacters()) {
      throw new RequestException(LimitProblems.address(limits));
    }
    int count = 0;
    for (var names = ctx.req().getHeaderNames(); names.hasMoreElements(); names.nextElement()) {
      count++;
    }
    if (count > limits.headerCount()) {
      throw new RequestException(LimitProblems.headers(limits));
    }
  }
}
