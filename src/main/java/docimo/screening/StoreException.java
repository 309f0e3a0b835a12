package docimo.screening;

/**
 * The store cannot be used as it is. The message names it without its password and says what to do.
 * Nothing of the transaction that met it was kept, unless the connection broke while it was being
 * committed: then ask again; whatever was acknowledged is there.
 */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What kind of trouble it is. */
  public enum Trouble {
    /** Another process holds the file. */
    LOCKED,
    /** User or password is wrong. */
    ACCESS_DENIED,
    /** Nobody answers, or the connection broke; may pass. */
    UNAVAILABLE,
    /** There is no room left. */
    DISK_FULL,
    /** It was written by a newer docimo. */
    NEWER_SCHEMA,
    /** It is damaged, or changed by somebody else. */
    DAMAGED,
    /** A statement failed: a defect of docimo. */
    INTERNAL,
    /** The address is none that docimo knows. */
    BAD_URL
  }

  private final Trouble trouble;

  /**
   * @param message names the store without its password, and the remedy
   */
  public StoreException(Trouble trouble, String message, Throwable cause) {
    super(message, cause);
    this.trouble = trouble;
  }

  /**
   * @param message names the store without its password, and the remedy
   */
  public StoreException(Trouble trouble, String message) {
    super(message);
    this.trouble = trouble;
  }

  /** What kind of trouble it is. */
  public Trouble trouble() {
    return trouble;
  }
}
