package docimo.api;

import docimo.access.ApiKey;
import docimo.access.Keys;
import docimo.access.NoSuchAccessException;
import docimo.access.Scope;
import docimo.exchange.InvalidFieldException;
import docimo.exchange.JsonFields;
import docimo.screening.StoreException;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes, lists, replaces and revokes keys of the tenant whose key asks, while the service runs: a
 * database in a file is of the service alone as long.
 */
final class KeyRoutes {

  private static final Need NEED = Need.of(Scope.ADMIN);
  private static final String ALL = "/v1/keys";
  private static final String ONE = "/v1/keys/{id}";
  private static final List<String> FIELDS = List.of("name", "scopes", "expires_days");
  private static final List<String> ROTATE_FIELDS = List.of("overlap_hours");

  private final Supplier<Optional<Keys>> keys;
  private final int maxBodyBytes;

  KeyRoutes(Supplier<Optional<Keys>> keys, int maxBodyBytes) {
    this.keys = keys;
    this.maxBodyBytes = maxBodyBytes;
  }

  void register(Routes routes) {
    routes.get(ALL, NEED, this::list);
    routes.post(ALL, NEED, this::create);
    routes.post(ONE + "/rotate", NEED, this::rotate);
    routes.post(ONE + "/revoke", NEED, this::revoke);
  }

  /** All keys of a tenant. */
  private record Listed(List<Shown> keys) {}

  /**
   * A key on the wire.
   *
   * @param secret what callers send; shown once, when it is made, and null ever after
   */
  private record Shown(
      String id,
      String name,
      List<String> scopes,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant revokedAt,
      @Nullable Instant lastUsedAt,
      @Nullable String secret) {

    static Shown of(ApiKey key, @Nullable String secret) {
      return new Shown(
          key.id(),
          key.name(),
          key.scopes().stream().map(Scope::wireName).toList(),
          key.createdAt(),
          key.expiresAt(),
          key.revokedAt(),
          key.lastUsedAt(),
          secret);
    }

    static Shown of(Keys.Issued issued) {
      return of(issued.key(), issued.secret().text());
    }
  }

  private void list(Context ctx) {
    RequestQuery.requireNone(ctx);
    List<ApiKey> all = keys().list(Requester.of(ctx).tenant());
    Reply.json(ctx, new Listed(all.stream().map(key -> Shown.of(key, null)).toList()));
  }

  private void create(Context ctx) {
    RequestQuery.requireNone(ctx);
    String actor = Actor.of(ctx);
    JsonFields fields = JsonFields.of(RequestBody.json(ctx, maxBodyBytes), "").allow(FIELDS);
    String name = Values.required(fields, "name", "send what people call the key");
    Duration life =
        fields.has("expires_days") ? Duration.ofDays(Values.whole(fields, "expires_days")) : null;
    Keys.Issued issued =
        keys().create(Requester.of(ctx).tenant(), name, scopes(fields), life, actor);
    noStore(ctx);
    Reply.created(ctx, ALL, Shown.of(issued));
  }

  private static Set<Scope> scopes(JsonFields fields) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    List<String> names = fields.texts("scopes");
    for (int i = 0; i < names.size(); i++) {
      String pointer = fields.pointer("scopes") + "/" + i;
      scopes.add(
          Scope.of(names.get(i))
              .orElseThrow(
                  () ->
                      new InvalidFieldException(
                          pointer, "is none of grade, questions:write, review and admin")));
    }
    return scopes;
  }

  private void rotate(Context ctx) {
    RequestQuery.requireNone(ctx);
    String actor = Actor.of(ctx);
    JsonFields fields =
        JsonFields.of(RequestBody.optionalJson(ctx, maxBodyBytes), "").allow(ROTATE_FIELDS);
    Duration overlap =
        fields.has("overlap_hours")
            ? Duration.ofHours(Values.whole(fields, "overlap_hours"))
            : Keys.OVERLAP;
    Keys.Issued issued = keys().rotate(own(ctx), overlap, actor);
    noStore(ctx);
    Reply.json(ctx, Shown.of(issued));
  }

  private void revoke(Context ctx) {
    RequestQuery.requireNone(ctx);
    String actor = Actor.of(ctx);
    JsonFields.of(RequestBody.optionalJson(ctx, maxBodyBytes), "").allow(List.of());
    Reply.json(ctx, Shown.of(keys().revoke(own(ctx), actor), null));
  }

  /** The id in the address, of a key of the tenant that asks; others are not there for it. */
  private String own(Context ctx) {
    String id = ctx.pathParam("id");
    if (!keys().get(id).tenant().equals(Requester.of(ctx).tenant())) {
      throw new NoSuchAccessException("key", id);
    }
    return id;
  }

  private Keys keys() {
    return keys.get()
        .orElseThrow(
            () ->
                new StoreException(
                    StoreException.Trouble.UNAVAILABLE, "no database was opened; give one"));
  }

  /** Nobody on the way may keep a secret. */
  private static void noStore(Context ctx) {
    ctx.header("Cache-Control", "no-store");
  }
}
