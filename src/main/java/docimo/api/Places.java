package docimo.api;

import java.util.concurrent.Semaphore;

/** Lets so many in at once; one too many is refused and never waits. Thread-safe. */
final class Places {

  /** A place that was taken. */
  interface Place {
    /** Gives it back; once. */
    void leave();
  }

  private final Semaphore free;
  private final String refusal;

  /**
   * @param most how many may be in, at least 1
   * @param setting the setting that has this number
   * @param what what is counted; reads on after the number
   */
  Places(int most, String setting, String what) {
    this.free = new Semaphore(most);
    this.refusal =
        "The service is at work on " + most + " " + what + " (" + setting + "); try again soon";
  }

  /**
   * Takes a place.
   *
   * @throws RequestException when none is free
   */
  Place enter() {
    if (!free.tryAcquire()) {
      throw new RequestException(Problem.overloaded(refusal));
    }
    return free::release;
  }
}
