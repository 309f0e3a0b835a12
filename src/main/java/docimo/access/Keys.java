package docimo.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import docimo.access.AccessConflictException.Reason;
import docimo.access.KeyRecord.Replaced;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes, changes and checks keys. Thread-safe. What it read of a key it goes by for {@link #STALE}:
 * so long a key that another process revoked may go on to work; in this process it ends at once.
 */
public final class Keys {

  /** How long what was read of a key is believed. */
  public static final Duration STALE = Duration.ofSeconds(5);

  /** How long the secret that was replaced goes on to work, unless somebody says otherwise. */
  public static final Duration OVERLAP = Duration.ofDays(1);

  /** The longest time in which both secrets may work. */
  public static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

  /** The longest time that a key may have. */
  public static final Duration LONGEST_LIFE = Duration.ofDays(3_650);

  /** Last use is noted this often at most, so that marking does not wait for it. */
  private static final Duration NOTE_USE = Duration.ofMinutes(1);

  private static final int KEPT = 10_000;

  /**
   * A key with its secret, which nobody can show a second time.
   *
   * @param key the key
   * @param secret opens what the key is for
   */
  public record Issued(ApiKey key, Secret secret) {}

  private final KeyBook book;
  private final Clock clock;
  private final RandomBytes random;
  private final Cache<String, Optional<KeyRecord>> known;
  private final ConcurrentMap<String, Instant> noted = new ConcurrentHashMap<>();
  private final Cache<String, Boolean> emptiness;
  private volatile boolean anyExists;

  /**
   * Keys of a book.
   *
   * @param clock dates what happens, and says which keys have expired
   */
  public Keys(KeyBook book, Clock clock, RandomBytes random) {
    this(book, clock, random, Ticker.systemTicker());
  }

  /** The same, with what says how old something is that was read. */
  Keys(KeyBook book, Clock clock, RandomBytes random, Ticker ticker) {
    this.book = book;
    this.clock = clock;
    this.random = random;
    this.known =
        Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(STALE).ticker(ticker).build();
    this.emptiness = Caffeine.newBuilder().expireAfterWrite(STALE).ticker(ticker).build();
  }

  /**
   * Makes a key.
   *
   * @param life how long it works, up to {@link #LONGEST_LIFE}; null for ever
   * @param actor who makes it
   * @throws InvalidAccessException when name, scopes or life cannot be
   * @throws AccessConflictException when the tenant has an active key by this name
   * @throws NoSuchAccessException when there is no such tenant
   */
  public Issued create(
      String tenant, String name, Set<Scope> scopes, @Nullable Duration life, String actor) {
    requireWithin("expires_days", life, Duration.ofSeconds(1), LONGEST_LIFE);
    if (scopes.isEmpty()) {
      throw new InvalidAccessException("scopes", "has at least one scope");
    }
    Instant now = now();
    String id = Secret.newId(random);
    ApiKey key =
        new ApiKey(id, name, tenant, scopes, now, life == null ? null : now.plus(life), null, null);
    Secret secret = Secret.make(id, random);
    book.insert(new KeyRecord(key, secret.hash(), null), actor);
    anyExists = true;
    return new Issued(key, secret);
  }

  /** The keys of a tenant, the first one first, those that were revoked too. */
  public List<ApiKey> list(String tenant) {
    return book.of(tenant).stream().map(KeyRecord::key).toList();
  }

  /**
   * The key with this id, as it is now.
   *
   * @throws NoSuchAccessException when there is none
   */
  public ApiKey get(String id) {
    return book.find(id).orElseThrow(() -> new NoSuchAccessException("key", id)).key();
  }

  /**
   * Gives a key another secret. The one before works on for a while, so that callers can change
   * over one by one; one that was replaced earlier ends at once.
   *
   * @param overlap how long both work; from 0 to {@link #LONGEST_OVERLAP}
   * @param actor who does it
   * @throws InvalidAccessException when the overlap cannot be
   * @throws NoSuchAccessException when there is no such key
   * @throws AccessConflictException when it was revoked
   */
  public Issued rotate(String id, Duration overlap, String actor) {
    requireWithin("overlap_hours", overlap, Duration.ZERO, LONGEST_OVERLAP);
    Secret secret = Secret.make(id, random);
    Instant now = now();
    KeyRecord rotated =
        book.change(
            id,
            KeyBook.Act.ROTATED,
            actor,
            now,
            before ->
                new KeyRecord(
                    requireNotRevoked(before.key()),
                    secret.hash(),
                    new Replaced(before.secretHash(), now.plus(overlap))));
    known.invalidate(id);
    return new Issued(rotated.key(), secret);
  }

  /**
   * Revokes a key, for good.
   *
   * @param actor who does it
   * @throws NoSuchAccessException when there is no such key
   * @throws AccessConflictException when it was revoked before
   */
  public ApiKey revoke(String id, String actor) {
    Instant now = now();
    KeyRecord revoked =
        book.change(
            id,
            KeyBook.Act.REVOKED,
            actor,
            now,
            before ->
                new KeyRecord(
                    requireNotRevoked(before.key()).revoked(now), before.secretHash(), null));
    known.invalidate(id);
    return revoked.key();
  }

  /**
   * Whether there never was a key, of any tenant. One that was revoked counts: what was closed once
   * does not open again by itself.
   */
  public boolean isEmpty() {
    if (anyExists) {
      return false;
    }
    boolean empty = emptiness.get("any", any -> book.isEmpty());
    if (!empty) {
      anyExists = true; // never back: another thread may just have made the first one
    }
    return empty && !anyExists;
  }

  /**
   * The key that a secret is of, and notes its use.
   *
   * @param text as the caller sent it
   * @throws RefusedKeyException when it opens nothing
   */
  public ApiKey authenticate(String text) {
    Secret secret =
        Secret.read(text)
            .orElseThrow(() -> new RefusedKeyException(RefusedKeyException.Reason.MISTYPED));
    KeyRecord record =
        known
            .get(secret.id(), book::find)
            .orElseThrow(() -> new RefusedKeyException(RefusedKeyException.Reason.UNKNOWN));
    Instant now = now();
    RefusedKeyException.Reason refused = refusal(record, secret, now);
    if (refused != null) {
      throw new RefusedKeyException(refused);
    }
    noteUse(record.key(), now);
    return record.key();
  }

  /** Why it is refused; null when it is not. Only who has the whole secret learns the state. */
  private static RefusedKeyException.@Nullable Reason refusal(
      KeyRecord record, Secret secret, Instant now) {
    Replaced replaced = record.replaced();
    boolean current = secret.hasHash(record.secretHash());
    boolean former = replaced != null && secret.hasHash(replaced.secretHash());
    if (!current && !former) {
      return RefusedKeyException.Reason.UNKNOWN;
    }
    if (record.key().revokedAt() != null) {
      return RefusedKeyException.Reason.REVOKED;
    }
    if (record.key().isExpired(now)) {
      return RefusedKeyException.Reason.EXPIRED;
    }
    boolean over = replaced != null && !now.isBefore(replaced.until());
    return !current && over ? RefusedKeyException.Reason.REPLACED : null;
  }

  /** Whoever comes first in a minute notes it; the others go on. */
  private void noteUse(ApiKey key, Instant now) {
    Instant before = noted.get(key.id());
    Instant last = before == null ? key.lastUsedAt() : before;
    if (last != null && last.isAfter(now.minus(NOTE_USE))) {
      return;
    }
    boolean first =
        before == null
            ? noted.putIfAbsent(key.id(), now) == null
            : noted.replace(key.id(), before, now);
    if (first) {
      book.used(key.id(), now);
    }
  }

  private static ApiKey requireNotRevoked(ApiKey key) {
    if (key.revokedAt() != null) {
      throw new AccessConflictException(
          Reason.KEY_IS_REVOKED,
          "key '" + key.id() + "' was revoked, which is for good; make another");
    }
    return key;
  }

  private static void requireWithin(
      String field, @Nullable Duration value, Duration least, Duration most) {
    if (value != null && (value.compareTo(least) < 0 || value.compareTo(most) > 0)) {
      throw new InvalidAccessException(
          field,
          field.endsWith("days")
              ? "is from 1 to " + most.toDays()
              : "is from 0 to " + most.toHours());
    }
  }

  /** The time in the precision that every database keeps. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
