package docimo.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where keys are kept (port). Thread-safe. Whatever makes or changes a key writes an event into the
 * audit log of its tenant, and does both or neither.
 */
public interface KeyBook {

  /** What was done to a key. */
  enum Act {
    /** It was made. */
    CREATED,
    /** It got another secret. */
    ROTATED,
    /** It was revoked. */
    REVOKED
  }

  /** The key with this id. */
  Optional<KeyRecord> find(String id);

  /** The keys of a tenant, the first one first, those that were revoked too. */
  List<KeyRecord> of(String tenant);

  /** Whether there never was a key, of any tenant. */
  boolean isEmpty();

  /**
   * Keeps a new key.
   *
   * @param actor who makes it
   * @throws AccessConflictException when the tenant has an active key by this name
   * @throws NoSuchAccessException when there is no such tenant
   */
  void insert(KeyRecord key, String actor);

  /**
   * Changes a key, while nobody else does.
   *
   * @param change what becomes of it; may throw, and then nothing is changed
   * @param actor who does it
   * @return the key as it is then
   * @throws NoSuchAccessException when there is none
   */
  KeyRecord change(String id, Act act, String actor, Instant at, UnaryOperator<KeyRecord> change);

  /** Notes when a key was used. Nobody is kept from anything when that fails. */
  void used(String id, Instant at);
}
