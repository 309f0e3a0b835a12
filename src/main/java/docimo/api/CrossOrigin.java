package docimo.api;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.CrossOriginHandler;

/**
 * Pages of which other origins may read replies in a browser. Cookies are never asked for: a page
 * sends its key itself. Immutable.
 *
 * @param origins such as {@code https://example.org}; {@code *} for all
 */
public record CrossOrigin(List<String> origins) {

  /** Pages of no other origin. */
  public static final CrossOrigin NONE = new CrossOrigin(List.of());

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE");

  /** What pages may send beside what they always may. */
  private static final Set<String> SENT =
      Set.of(
          "Authorization",
          "Content-Type",
          Actor.HEADER,
          "Idempotency-Key",
          "If-Match",
          "If-None-Match",
          "Last-Event-ID",
          "Prefer",
          "traceparent");

  /** What pages may read beside what they always may. */
  private static final Set<String> READ =
      Set.of(
          "Allow",
          "Docimo-Job-State",
          "ETag",
          "Idempotency-Replayed",
          "Location",
          "Preference-Applied",
          "RateLimit",
          "RateLimit-Policy",
          "Retry-After",
          "WWW-Authenticate",
          "traceparent");

  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  /** Copies the list. */
  public CrossOrigin {
    origins = List.copyOf(origins);
  }

  /** Answers what browsers ask beforehand, without a key, and names the origins in replies. */
  Handler.Singleton handler() {
    CrossOriginHandler handler = new CrossOriginHandler();
    handler.setAllowedOriginPatterns(
        origins.stream()
            .map(origin -> origin.equals("*") ? "*" : Pattern.quote(origin))
            .collect(Collectors.toSet()));
    handler.setAllowedMethods(METHODS);
    handler.setAllowedHeaders(SENT);
    handler.setExposedHeaders(READ);
    handler.setAllowCredentials(false);
    handler.setPreflightMaxAge(REMEMBERED);
    handler.setDeliverPreflightRequests(false);
    handler.setDeliverNonAllowedOriginRequests(true);
    return handler;
  }
}
