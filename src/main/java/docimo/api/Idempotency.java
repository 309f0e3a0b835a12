package docimo.api;

import docimo.screening.Job;
import docimo.screening.KeptReplies;
import docimo.screening.KeptReply;
import docimo.screening.ReplyClaim;
import docimo.screening.ScreeningOffice;
import docimo.screening.StoreException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that a request with an {@code Idempotency-Key} is carried out once, however often it
 * comes: others get what the first one got. Thread-safe.
 */
final class Idempotency implements AutoCloseable {

  /** The header that has the key. */
  static final String HEADER = RequestKey.HEADER;

  private static final Logger LOG = LoggerFactory.getLogger(Idempotency.class);

  private static final String CURRENT = "docimo.claim";
  private static final int LOWEST_SERVER_ERROR = 500;
  private static final int LOWEST_REDIRECT = 300;

  private final RequestOffice office;
  private final int maxBodyBytes;
  private final long maxStreamBytes;
  private final int maxReplyBytes;
  private final Set<Current> inFlight = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "claims");
            thread.setDaemon(true);
            return thread;
          });

  private final Future<?> renewing;

  Idempotency(RequestOffice office, int maxBodyBytes, VolumeLimits limits) {
    this.office = office;
    this.maxBodyBytes = maxBodyBytes;
    this.maxStreamBytes = limits.batchBytes();
    this.maxReplyBytes = limits.replyBytes();
    long renewal = KeptReplies.LEASE.toSeconds() / 4;
    this.renewing = clock.scheduleWithFixedDelay(this::renew, renewal, renewal, TimeUnit.SECONDS);
  }

  /** A request that this service carries out. For one thread, but for its claim. */
  private static final class Current {

    private final KeptReplies replies;
    private final RequestKey key;
    private final @Nullable DigestInputStream body;
    private volatile ReplyClaim claim;

    Current(
        KeptReplies replies, RequestKey key, @Nullable DigestInputStream body, ReplyClaim claim) {
      this.replies = replies;
      this.key = key;
      this.body = body;
      this.claim = claim;
    }

    /** Notes what is known when all of the body was read. */
    void complete(@Nullable String location) {
      String whole =
          body == null ? claim.fingerprint() : key.fingerprint(body.getMessageDigest().digest());
      claim = claim.of(whole, location);
    }
  }

  /** A handler of requests whose body is read as a whole. */
  Handler once(Handler handler) {
    return ctx -> {
      if (ctx.header(HEADER) == null) {
        handler.handle(ctx);
        return;
      }
      RequestKey key = RequestKey.of(ctx);
      byte[] body = RequestBody.buffered(ctx, maxBodyBytes);
      String fingerprint = key.fingerprint(RequestKey.sha256().digest(body));
      KeptReplies replies = office.of(ctx).replies();
      KeptReplies.Asked asked = replies.claim(key.caller(), key.hash(), fingerprint);
      if (asked.claim() == null) {
        repeat(ctx, replies, asked, fingerprint);
        return;
      }
      Current current = new Current(replies, key, null, asked.claim());
      carryOut(
          ctx,
          current,
          () ->
              replies.acting(
                  current.claim,
                  () -> {
                    handler.handle(ctx);
                    return ctx;
                  }));
    };
  }

  /** A handler of requests whose body is read while it comes; it must use {@link #act}. */
  Handler onceStreamed(Handler handler) {
    return ctx -> {
      if (ctx.header(HEADER) == null) {
        handler.handle(ctx);
        return;
      }
      RequestKey key = RequestKey.of(ctx);
      KeptReplies replies = office.of(ctx).replies();
      KeptReplies.Asked asked = replies.claim(key.caller(), key.hash(), key.fingerprint());
      if (asked.claim() == null) {
        requireEnded(ctx, replies, asked); // before its body is read
        repeat(ctx, replies, asked, read(ctx, key));
        return;
      }
      DigestInputStream body =
          new DigestInputStream(ctx.req().getInputStream(), RequestKey.sha256());
      RequestBody.readInstead(ctx, body);
      Current current = new Current(replies, key, body, asked.claim());
      carryOut(
          ctx,
          current,
          () -> {
            handler.handle(ctx);
            return ctx;
          });
    };
  }

  /** A handler of requests whose reply may not be kept: with a key they are refused. */
  Handler never(Handler handler, String why) {
    return ctx -> {
      refuse(ctx, why);
      handler.handle(ctx);
    };
  }

  private void carryOut(Context ctx, Current current, KeptReplies.Act<Context, Exception> act)
      throws Exception {
    inFlight.add(current);
    ctx.attribute(CURRENT, current);
    try {
      act.run();
    } catch (Error e) {
      end(current, null); // nobody hears of the end of this request
      throw e;
    }
  }

  /**
   * Does what a request asks for, when all of its body was read: with the first thing that is kept
   * in the store it is kept that it was done.
   *
   * @param location where to see what is made
   */
  <T> T act(Context ctx, String location, Supplier<T> act) {
    Current current = ctx.attribute(CURRENT);
    if (current == null) {
      return act.get();
    }
    current.complete(location);
    return current.replies.acting(current.claim, act::get);
  }

  /**
   * Refuses a request that cannot be kept.
   *
   * @throws RequestException when it has a key
   */
  void refuse(Context ctx, String why) {
    if (ctx.header(HEADER) != null) {
      throw new RequestException(
          Problem.of(400, "idempotency-key-not-possible", "This cannot be repeated", why));
    }
  }

  /** Keeps what a request got; called when its reply is complete, whatever it is. */
  void after(Context ctx) {
    Current current = ctx.attribute(CURRENT);
    if (current != null) {
      int highest = current.body == null ? LOWEST_SERVER_ERROR : LOWEST_REDIRECT;
      end(current, ctx.statusCode() < highest ? KeptBody.of(ctx, maxReplyBytes) : null);
    }
  }

  private void end(Current current, KeptReply.@Nullable Reply reply) {
    if (!inFlight.remove(current)) {
      return;
    }
    try {
      current.replies.end(current.claim, reply);
    } catch (StoreException e) {
      LOG.warn("a reply was not kept: {}", e.getMessage());
    }
  }

  private static void requireEnded(Context ctx, KeptReplies replies, KeptReplies.Asked asked) {
    if (asked.known() != null && replies.isWorkedOn(asked.known())) {
      ctx.header("Retry-After", "1");
      throw RepeatProblems.inFlight();
    }
  }

  /** Reads a body only to know whether it is the same. */
  private String read(Context ctx, RequestKey key) {
    MessageDigest digest = RequestKey.sha256();
    RequestBody.digest(ctx, digest, maxStreamBytes);
    return key.fingerprint(digest.digest());
  }

  private void repeat(
      Context ctx, KeptReplies replies, KeptReplies.Asked asked, String fingerprint) {
    KeptReply known = asked.known();
    if (known == null) {
      throw new IllegalStateException("a request is new or known");
    }
    if (!known.fingerprint().equals(fingerprint)) {
      throw RepeatProblems.another();
    }
    requireEnded(ctx, replies, asked);
    KeptReply.Reply reply = known.reply();
    if (reply == null && known.location() == null) {
      throw RepeatProblems.gone();
    }
    ctx.header("Idempotency-Replayed", "true");
    if (reply != null) {
      ctx.status(reply.status());
      reply.headers().forEach(ctx::header);
      ctx.result(reply.body().getBytes(StandardCharsets.UTF_8));
    } else if (known.location() != null) {
      made(ctx, known.location());
    }
  }

  /** The job that a request made, as it is now: its first reply is no more. */
  private void made(Context ctx, String location) {
    ScreeningOffice services = office.of(ctx);
    Job job = services.jobs().get(location.substring(location.lastIndexOf('/') + 1));
    Reply.accepted(ctx, location, JobView.of(job, services));
  }

  private void renew() {
    inFlight.stream()
        .collect(
            Collectors.groupingBy(
                current -> current.replies,
                Collectors.mapping(current -> current.claim, Collectors.toSet())))
        .forEach(Idempotency::renew);
  }

  private static void renew(KeptReplies replies, Set<ReplyClaim> claims) {
    try {
      replies.renew(claims);
    } catch (StoreException e) {
      LOG.warn("that requests are being worked on was not noted: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    renewing.cancel(false);
    clock.shutdownNow();
  }
}
