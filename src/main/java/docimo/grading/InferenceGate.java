package docimo.grading;

import docimo.grading.OverloadedException.Cause;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many marks be made at once and no more. Requests wait in a queue of a bounded length for
 * a bounded time, first come, first served; one too many is refused at once. Jobs, which nobody
 * waits for, stand in a queue of their own and are never refused; while requests wait too, one slot
 * in several that come free is for a job. Thread-safe.
 */
public final class InferenceGate {

  /**
   * How much is let through.
   *
   * @param slots how many marks may be made at once, at least 1
   * @param queue how many requests may wait, 0 or more
   * @param patience how long a request may wait
   * @param requestsPerJob how many requests go before a job while both wait, at least 1
   */
  public record Options(int slots, int queue, Duration patience, int requestsPerJob) {

    /** Checks the numbers. */
    public Options {
      if (slots < 1 || queue < 0 || patience.isNegative() || requestsPerJob < 1) {
        throw new IllegalArgumentException("a gate needs a slot, and a queue and a wait of 0 up");
      }
    }

    /** A slot for each core, 64 may wait, for five seconds, three of them before a job. */
    public static Options standard() {
      return new Options(Runtime.getRuntime().availableProcessors(), 64, Duration.ofSeconds(5), 3);
    }
  }

  /**
   * What goes on at the gate.
   *
   * @param slots how many marks may be made at once
   * @param inUse how many are
   * @param waiting how many requests wait
   * @param jobsWaiting how many jobs wait
   * @param refused how many requests were refused since the start, at once or after waiting
   * @param abandoned how many callers went away while they waited
   */
  public record Load(
      int slots, int inUse, int waiting, int jobsWaiting, long refused, long abandoned) {}

  /** How often one who waits looks whether its caller is still there. */
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Options options;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Place> requests = new ArrayDeque<>();
  private final Deque<Place> jobs = new ArrayDeque<>();
  private int inUse;
  private int requestsSinceJob;
  private long refused;
  private long abandoned;

  /** A place in a queue. Guarded by the lock. */
  private static final class Place {
    private final Condition turn;
    private boolean called;

    private Place(Condition turn) {
      this.turn = turn;
    }
  }

  /** A gate with nobody at it. */
  public InferenceGate(Options options) {
    this.options = options;
  }

  /** What goes on now. */
  public Load load() {
    lock.lock();
    try {
      return new Load(options.slots(), inUse, requests.size(), jobs.size(), refused, abandoned);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Does work that somebody waits for, as soon as a slot is free.
   *
   * @throws OverloadedException when none came free
   */
  public <T> T request(Supplier<T> work) {
    return request(InferenceGate::staysForEver, work);
  }

  /**
   * The same for a caller who may go away: then its place is free for others.
   *
   * @param gone whether the caller has gone; asked while it waits and once before the work
   * @throws OverloadedException when no slot came free, or the caller has gone
   */
  public <T> T request(BooleanSupplier gone, Supplier<T> work) {
    Place place = enter();
    if (place != null) {
      await(place, gone);
    }
    try {
      if (place != null && gone.getAsBoolean()) {
        throw left();
      }
      return work.get();
    } finally {
      release();
    }
  }

  /** Does work that nobody waits for, however long it takes until a slot is free. */
  public <T> T job(Supplier<T> work) {
    lock.lock();
    try {
      if (inUse < options.slots()) {
        inUse++;
      } else {
        Place place = stand(jobs);
        while (!place.called) {
          place.turn.awaitUninterruptibly();
        }
      }
    } finally {
      lock.unlock();
    }
    try {
      return work.get();
    } finally {
      release();
    }
  }

  private static boolean staysForEver() {
    return false;
  }

  /** Takes a slot, and gives null; or a place in the queue. */
  private @Nullable Place enter() {
    lock.lock();
    try {
      if (inUse < options.slots()) {
        inUse++;
        return null;
      }
      if (requests.size() >= options.queue()) {
        refused++;
        throw new OverloadedException(Cause.QUEUE_FULL);
      }
      return stand(requests);
    } finally {
      lock.unlock();
    }
  }

  private Place stand(Deque<Place> queue) {
    Place place = new Place(lock.newCondition());
    queue.add(place);
    return place;
  }

  /** Returns with a slot, or throws without one. */
  private void await(Place place, BooleanSupplier gone) {
    long left = options.patience().toNanos();
    while (true) {
      lock.lock();
      try {
        long slice = Math.min(left, LOOK_NANOS);
        long unused = place.called ? 0 : place.turn.awaitNanos(slice);
        left -= slice - unused;
        if (place.called) {
          return;
        }
        if (left <= 0) {
          requests.remove(place);
          refused++;
          throw new OverloadedException(Cause.WAITED);
        }
      } catch (InterruptedException e) {
        leave(place);
        Thread.currentThread().interrupt();
        throw new OverloadedException(Cause.INTERRUPTED);
      } finally {
        lock.unlock();
      }
      // not under the lock: it asks the network
      if (gone.getAsBoolean()) {
        leave(place);
        throw left();
      }
    }
  }

  /** Gives up a place, or the slot that it has become meanwhile. */
  private void leave(Place place) {
    lock.lock();
    try {
      if (place.called) {
        release();
      } else {
        requests.remove(place);
      }
    } finally {
      lock.unlock();
    }
  }

  private OverloadedException left() {
    lock.lock();
    try {
      abandoned++;
    } finally {
      lock.unlock();
    }
    return new OverloadedException(Cause.CALLER_GONE);
  }

  private void release() {
    lock.lock();
    try {
      Place next = next();
      if (next == null) {
        inUse--;
      } else {
        next.called = true; // the slot goes from hand to hand
        next.turn.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Place next() {
    boolean both = !jobs.isEmpty() && !requests.isEmpty();
    if (both && requestsSinceJob < options.requestsPerJob()) {
      requestsSinceJob++;
      return requests.poll();
    }
    requestsSinceJob = 0;
    return jobs.isEmpty() ? requests.poll() : jobs.poll();
  }
}
