package docimo.api;

import docimo.metrics.Metrics;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Follows every request: gives it its place in a trace, times it, and says in the log how it ended.
 * Routes are named by their template, so that nothing of a path, which may name a candidate, gets
 * anywhere. Thread-safe.
 */
final class Telemetry extends Handler.Wrapper {

  /** For what no route takes. */
  static final String NO_ROUTE = "none";

  /** Who reads the log of requests. */
  private static final Logger LOG = LoggerFactory.getLogger("docimo.access");

  private static final String COURSE = Telemetry.class.getName();
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");

  /** Routes by which people give marks. */
  private static final Map<String, String> HUMAN_MARKS =
      Map.of(
          "/v1/reviews/{case}/decision", "decision", "/v1/submissions/{id}/override", "override");

  private final Metrics metrics;

  Telemetry(Metrics metrics) {
    this.metrics = metrics;
  }

  /** A request on its way; the thread that serves it names its route. */
  private static final class Course {

    private final TraceContext trace;
    private volatile String route = NO_ROUTE;

    private Course(TraceContext trace) {
      this.trace = trace;
    }
  }

  /** Notes which route was found for a request. */
  static void found(Context ctx, String route) {
    if (ctx.req().getAttribute(COURSE) instanceof Course course) {
      course.route = route;
    }
  }

  /** The route of a request by its template, for the log. */
  static String route(Context ctx) {
    return ctx.req().getAttribute(COURSE) instanceof Course course ? course.route : NO_ROUTE;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Course course = new Course(TraceContext.of(parent(request)));
    request.setAttribute(COURSE, course);
    response.getHeaders().put(TraceContext.HEADER, course.trace.header());
    Request.addCompletionListener(request, failure -> ended(request, response, course));
    remember(course.trace);
    try {
      return super.handle(request, response, callback);
    } finally {
      forget();
    }
  }

  /** Stands innermost: those between may hand a request to another thread. */
  static final class OnThread extends Handler.Wrapper {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      if (request.getAttribute(COURSE) instanceof Course course) {
        remember(course.trace);
      }
      try {
        return super.handle(request, response, callback);
      } finally {
        forget();
      }
    }
  }

  /** Two of them say nothing. */
  private static @Nullable String parent(Request request) {
    List<String> values = request.getHeaders().getValuesList(TraceContext.HEADER);
    return values.size() == 1 ? values.get(0) : null;
  }

  private void ended(Request request, Response response, Course course) {
    int status = response.getStatus();
    String route = course.route;
    Duration took = Duration.ofNanos(NanoTime.since(request.getBeginNanoTime()));
    String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER";
    metrics.answered(method, route, status, took);
    String how = HUMAN_MARKS.get(route);
    if (how != null && status / 100 == 2) {
      metrics.humanMark(how);
    }
    log(course.trace, method, route, status, took);
  }

  private static void log(
      TraceContext trace, String method, String route, int status, Duration took) {
    if (LOG.isInfoEnabled()) {
      remember(trace);
      double millis = took.toNanos() / 1e6;
      LOG.atInfo()
          .addKeyValue("method", method)
          .addKeyValue("route", route)
          .addKeyValue("status", status)
          .addKeyValue("duration_ms", Math.round(millis * 1_000) / 1_000.0)
          .log(
              "{} {} {} in {} ms",
              method,
              route,
              status,
              String.format(Locale.ROOT, "%.1f", millis));
      forget();
    }
  }

  private static void remember(TraceContext trace) {
    MDC.put("trace_id", trace.traceId());
    MDC.put("span_id", trace.spanId());
  }

  private static void forget() {
    MDC.remove("trace_id");
    MDC.remove("span_id");
  }
}
