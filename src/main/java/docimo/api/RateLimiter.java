package docimo.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Locale;

/**
 * Counts the requests of each caller and refuses what is too much, with the headers of
 * draft-ietf-httpapi-ratelimit-headers: {@code RateLimit-Policy} says what is allowed, {@code
 * RateLimit} what is left ({@code r}) and in how many seconds all of it is there again ({@code t}).
 * Thread-safe.
 */
final class RateLimiter {

  /** What is counted by itself. */
  enum Kind {
    /** Requests that mark. */
    GRADES,
    /** Requests that change nothing. */
    READS,
    /** Requests that change something. */
    WRITES,
    /** Requests without a valid key. */
    FAILURES;

    private String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final long NANOS = 1_000_000_000L;

  /** A caller who was not seen for a window has all of its rate again. */
  private static final long MOST_CALLERS = 100_000;

  private record Account(String caller, Kind kind) {}

  private final RateLimits limits;
  private final TimeMeter clock;
  private final Cache<Account, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_CALLERS)
          .expireAfterAccess(WINDOW.plus(WINDOW))
          .build();

  RateLimiter(RateLimits limits) {
    this(limits, TimeMeter.SYSTEM_NANOTIME);
  }

  RateLimiter(RateLimits limits, TimeMeter clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Counts a request.
   *
   * @throws RequestException when it is one too many
   */
  void admit(Context ctx, Kind kind) {
    int limit = limit(kind);
    if (limit == 0) {
      return;
    }
    ConsumptionProbe probe = bucket(Caller.of(ctx), kind).tryConsumeAndReturnRemaining(1);
    describe(ctx, kind, limit, probe.getRemainingTokens(), probe.getNanosToWaitForReset());
    if (!probe.isConsumed()) {
      throw refused(ctx, kind, probe.getNanosToWaitForRefill());
    }
  }

  /**
   * Refuses whoever has failed too often to show a valid key.
   *
   * @throws RequestException when they have
   */
  void requireFewFailures(Context ctx) {
    int limit = limit(Kind.FAILURES);
    if (limit > 0) {
      var estimate = bucket(Caller.address(ctx), Kind.FAILURES).estimateAbilityToConsume(1);
      if (!estimate.canBeConsumed()) {
        throw refused(ctx, Kind.FAILURES, estimate.getNanosToWaitForRefill());
      }
    }
  }

  /** Counts a request without a valid key. */
  void countFailure(Context ctx) {
    if (limit(Kind.FAILURES) > 0) {
      bucket(Caller.address(ctx), Kind.FAILURES).tryConsume(1);
    }
  }

  private static void describe(Context ctx, Kind kind, int limit, long left, long untilFull) {
    String name = "\"" + kind.wireName() + "\"";
    ctx.header("RateLimit-Policy", name + ";q=" + limit + ";w=" + WINDOW.toSeconds());
    ctx.header("RateLimit", name + ";r=" + left + ";t=" + seconds(untilFull));
  }

  private RequestException refused(Context ctx, Kind kind, long untilOne) {
    long wait = Math.max(1, seconds(untilOne));
    ctx.header("Retry-After", Long.toString(wait));
    String what =
        kind == Kind.FAILURES
            ? "Requests without a valid key come too often from this address: "
            : "Requests of the kind '" + kind.wireName() + "' come too often: ";
    return new RequestException(
        Problem.of(
            429,
            "too-many-requests",
            "Too many requests",
            what
                + limit(kind)
                + " a minute are allowed (rate."
                + kind.wireName()
                + "-per-minute). Try again in "
                + wait
                + " s"));
  }

  private Bucket bucket(String caller, Kind kind) {
    return buckets.get(new Account(caller, kind), account -> full(limit(account.kind())));
  }

  private Bucket full(int limit) {
    return Bucket.builder()
        .addLimit(bandwidth -> bandwidth.capacity(limit).refillGreedy(limit, WINDOW))
        .withCustomTimePrecision(clock)
        .build();
  }

  private int limit(Kind kind) {
    return switch (kind) {
      case GRADES -> limits.gradesPerMinute();
      case READS -> limits.readsPerMinute();
      case WRITES -> limits.writesPerMinute();
      case FAILURES -> limits.failuresPerMinute();
    };
  }

  private static long seconds(long nanos) {
    return (nanos + NANOS - 1) / NANOS;
  }
}
