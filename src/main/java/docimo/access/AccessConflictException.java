package docimo.access;

/** What was asked for of a key or tenant is not possible as things stand; the message says why. */
public final class AccessConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why it is not possible. The names (lower case on the wire) stay. */
  public enum Reason {
    /** There is a tenant by this name. */
    TENANT_EXISTS,
    /** The tenant has a key by this name that still works. */
    KEY_NAME_TAKEN,
    /** The key was revoked, which is for good. */
    KEY_IS_REVOKED
  }

  private final Reason reason;

  /**
   * @param message a sentence with names and remedies
   */
  public AccessConflictException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Why it is not possible. */
  public Reason reason() {
    return reason;
  }
}
