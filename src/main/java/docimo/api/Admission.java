package docimo.api;

import docimo.access.ApiKey;
import docimo.access.Keys;
import docimo.access.Loopback;
import docimo.access.RefusedKeyException;
import docimo.access.Scope;
import docimo.access.Tenant;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets requests in, or not. As long as there is no key, everybody on this machine may do
 * everything, but nobody who comes through a proxy or from a page of another site. Thread-safe.
 */
final class Admission {

  private static final Logger LOG = LoggerFactory.getLogger(Admission.class);
  private static final String CHALLENGE = "Bearer realm=\"docimo\"";
  private static final Pattern BEARER =
      Pattern.compile("Bearer +([^\\s]+) *", Pattern.CASE_INSENSITIVE);

  private final Supplier<Optional<Keys>> keys;
  private final boolean openWithoutKeys;

  /**
   * @param keys gives the keys there are; empty when there is no database, and so are no keys
   * @param openWithoutKeys whether only this machine reaches the service
   */
  Admission(Supplier<Optional<Keys>> keys, boolean openWithoutKeys) {
    this.keys = keys;
    this.openWithoutKeys = openWithoutKeys;
  }

  /** Whether there is no key yet, so that everybody on this machine may do everything. */
  boolean isFirstRun() {
    return openWithoutKeys && keys.get().map(Keys::isEmpty).orElse(true);
  }

  /**
   * Lets a request in and notes who it is from.
   *
   * @throws RequestException when it may not: 401 without a key that works, 403 when the key is for
   *     something else
   */
  void admit(Context ctx, Need need) {
    if (need.kind() == Need.Kind.NOTHING) {
      return;
    }
    Requester requester = requester(ctx);
    ApiKey key = requester.key();
    boolean operator =
        key == null || need.kind() != Need.Kind.OPERATOR || key.tenant().equals(Tenant.DEFAULT);
    if (key != null && !(operator && key.mayAnyOf(need.scopes()))) {
      throw forbidden(need);
    }
    requester.admitTo(ctx);
  }

  private Requester requester(Context ctx) {
    Optional<Keys> book = keys.get();
    String header = ctx.header("Authorization");
    if (book.map(Keys::isEmpty).orElse(true)) {
      requireThisMachine(ctx, header);
      return Requester.ANYBODY;
    }
    Matcher bearer = BEARER.matcher(header == null ? "" : header.strip());
    if (!bearer.matches()) {
      throw unauthorized(
          ctx,
          "key-missing",
          "Send a key",
          header == null
              ? "Send the header 'Authorization: Bearer docimo_…'; 'docimo key create' makes a key"
              : "The header Authorization has no key; send 'Authorization: Bearer docimo_…'",
          CHALLENGE);
    }
    try {
      return new Requester(book.orElseThrow().authenticate(bearer.group(1)));
    } catch (RefusedKeyException e) {
      throw refused(ctx, e);
    }
  }

  /** Who comes with a key where there is none is at another database than they think. */
  private void requireThisMachine(Context ctx, @Nullable String header) {
    boolean elsewhere =
        TrustedProxies.isThrough(ctx)
            || !Loopback.is(ctx.ip())
            || ctx.header("Forwarded") != null
            || ctx.header("X-Forwarded-For") != null
            || LocalName.isForeign(ctx.header("Host"))
            || LocalName.isForeign(ctx.header("Origin"));
    if (header != null || !openWithoutKeys || elsewhere) {
      throw unauthorized(
          ctx,
          "key-missing",
          "Send a key",
          header == null
              ? "No key was made yet, so only this machine itself may call the service, directly and"
                  + " without a key; make one with 'docimo key create'"
              : "The database of this service has no key yet, so yours was made in another one;"
                  + " make one with 'docimo key create' and the --db of the service, or send none"
                  + " from this machine",
          CHALLENGE);
    }
  }

  private static RequestException refused(Context ctx, RefusedKeyException e) {
    String reason = e.reason().name().toLowerCase(Locale.ROOT);
    LOG.info("{} {}: a key was refused, which is {}", ctx.method(), ctx.endpoint().path, reason);
    return unauthorized(
        ctx,
        "key-" + reason,
        "The key is refused",
        DomainProblems.sentence(String.valueOf(e.getMessage())),
        CHALLENGE + ", error=\"invalid_token\"");
  }

  private static RequestException unauthorized(
      Context ctx, String type, String title, String detail, String challenge) {
    ctx.header("WWW-Authenticate", challenge);
    return new RequestException(Problem.of(401, type, title, detail));
  }

  /** That the key is for something else. */
  static RequestException forbidden(Need need) {
    return new RequestException(
        Problem.of(
            403,
            "scope-missing",
            "The key is for something else",
            "This needs a key with the scope "
                + need.words()
                + (need.scopes().contains(Scope.ADMIN) ? "" : ", or with admin")
                + "; 'docimo key create --scope …' makes one"));
  }
}
