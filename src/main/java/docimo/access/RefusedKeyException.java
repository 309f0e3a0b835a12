package docimo.access;

/** A key opens nothing. The message says why, without any part of the secret. */
public final class RefusedKeyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why a key is refused. The names stay. */
  public enum Reason {
    /** It is not what a key looks like, or its check does not fit: a letter is wrong or missing. */
    MISTYPED,
    /** There is no such key; whoever does not hold the whole secret learns no more. */
    UNKNOWN,
    /** It was replaced, and the time in which both worked is over. */
    REPLACED,
    /** Its time is over. */
    EXPIRED,
    /** Somebody revoked it. */
    REVOKED
  }

  private final Reason reason;

  RefusedKeyException(Reason reason) {
    super(
        switch (reason) {
          case MISTYPED -> "this is no key: a letter is wrong or missing; copy the whole of it";
          case UNKNOWN -> "there is no such key; check which service it is for";
          case REPLACED -> "the key was replaced; use the secret that took its place";
          case EXPIRED -> "the time of the key is over; have another one made";
          case REVOKED -> "the key was revoked; have another one made";
        });
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
