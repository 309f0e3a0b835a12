package docimo.grading;

/** Something was not marked because too much else was being marked. Trying again later may help. */
public final class OverloadedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why it was not marked. */
  public enum Cause {
    /** All slots were in use and as many waited as may wait. */
    QUEUE_FULL("all slots are in use and the queue is full"),
    /** No slot came free in the time that may be waited. */
    WAITED("no slot came free in time"),
    /** Whoever asked is no longer there. */
    CALLER_GONE("the caller has gone"),
    /** The thread was told to stop while it waited. */
    INTERRUPTED("the service stops");

    private final String words;

    Cause(String words) {
      this.words = words;
    }
  }

  private final Cause reason;

  OverloadedException(Cause reason) {
    super("nothing was marked: " + reason.words);
    this.reason = reason;
  }

  /** Why it was not marked. */
  public Cause reason() {
    return reason;
  }
}
