package docimo.grading;

import docimo.grading.OverloadedException.Cause;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many marks be made at once and no more. Requests wait in a queue of a bounded length for
 * a bounded time, first come, first served; one too many is refused at once. Jobs, which nobody
 * waits for, stand in a queue of their own and are never refused; while requests wait too, one slot
 * in several that come free is for a job.
 *
 * <p>Each slot is a thread that goes from one mark to the next while others wait, so that a
 * processor need not wait for a thread to wake (decision 19). Work runs on such a thread, not on
 * the caller's. Thread-safe.
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

  /** How long a thread without work stays. */
  private static final long IDLE_SECONDS = 60;

  private final Options options;
  private final ThreadPoolExecutor threads;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Task<?>> requests = new ArrayDeque<>();
  private final Deque<Task<?>> jobs = new ArrayDeque<>();
  private int inUse;
  private int requestsSinceJob;
  private long refused;
  private long abandoned;

  /** A gate with nobody at it. */
  public InferenceGate(Options options) {
    this.options = options;
    this.threads =
        new ThreadPoolExecutor(
            options.slots(),
            options.slots(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            InferenceGate::thread);
    threads.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "inference");
    thread.setDaemon(true);
    return thread;
  }

  /** A piece of work, in a queue or begun. */
  private final class Task<T> {
    private final BooleanSupplier gone;
    private final Supplier<T> work;
    private final CompletableFuture<T> result = new CompletableFuture<>();

    /** Guarded by the lock. */
    private boolean begun;

    // what came of it, between two steps of the thread that does it
    private @Nullable T made;
    private @Nullable Throwable failure;

    private Task(BooleanSupplier gone, Supplier<T> work) {
      this.gone = gone;
      this.work = work;
    }

    /** Does the work. */
    private void run(boolean hasWaited) {
      try {
        if (hasWaited && isCallerGone()) {
          throw left();
        }
        made = work.get();
      } catch (RuntimeException | Error e) {
        failure = e;
      }
    }

    /** Tells the caller what came of it. */
    private void tell() {
      if (failure == null) {
        result.complete(made);
      } else {
        result.completeExceptionally(failure);
      }
    }

    /** One thread at a time asks. */
    private synchronized boolean isCallerGone() {
      return gone.getAsBoolean();
    }

    /** Waits for the end of the work, interrupted or not. */
    private T joined() {
      try {
        return result.join();
      } catch (CompletionException e) {
        throw thrown(e.getCause());
      }
    }
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
   * @return what the work gives; what it throws is thrown here
   * @throws OverloadedException when no slot came free
   */
  public <T> T request(Supplier<T> work) {
    return request(InferenceGate::staysForEver, work);
  }

  /**
   * The same for a caller who may go away: then its place is free for others.
   *
   * @param gone whether the caller has gone; asked while it waits and once before the work, by one
   *     thread at a time
   * @throws OverloadedException when no slot came free, or the caller has gone
   */
  public <T> T request(BooleanSupplier gone, Supplier<T> work) {
    Task<T> task = new Task<>(gone, work);
    lock.lock();
    try {
      if (inUse < options.slots()) {
        begin(task);
      } else if (requests.size() < options.queue()) {
        requests.add(task);
      } else {
        refused++;
        throw new OverloadedException(Cause.QUEUE_FULL);
      }
    } finally {
      lock.unlock();
    }
    return await(task);
  }

  /** Does work that nobody waits for, however long it takes until a slot is free. */
  public <T> T job(Supplier<T> work) {
    Task<T> task = new Task<>(InferenceGate::staysForEver, work);
    lock.lock();
    try {
      if (inUse < options.slots()) {
        begin(task);
      } else {
        jobs.add(task);
      }
    } finally {
      lock.unlock();
    }
    return task.joined();
  }

  private static boolean staysForEver() {
    return false;
  }

  /** Gives a free slot to a task. Called with the lock. */
  private void begin(Task<?> task) {
    threads.execute(() -> work(task));
    task.begun = true;
    inUse++;
  }

  /** A slot at work: a task, and then those that wait. */
  private void work(Task<?> first) {
    boolean hasWaited = false;
    for (Task<?> task = first; task != null; hasWaited = true) {
      task.run(hasWaited);
      Task<?> next = next();
      task.tell(); // only now, so that a caller who comes back at once finds the slot free
      task = next;
    }
  }

  /** The next task for a slot that has come free; null when none waits, and the slot is free. */
  private @Nullable Task<?> next() {
    lock.lock();
    try {
      Task<?> next = poll();
      if (next == null) {
        inUse--;
      } else {
        next.begun = true;
      }
      return next;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Task<?> poll() {
    boolean both = !jobs.isEmpty() && !requests.isEmpty();
    if (both && requestsSinceJob < options.requestsPerJob()) {
      requestsSinceJob++;
      return requests.poll();
    }
    requestsSinceJob = 0;
    return jobs.isEmpty() ? requests.poll() : jobs.poll();
  }

  /** Waits for a slot with patience, and then for the end of the work. */
  private <T> T await(Task<T> task) {
    long left = options.patience().toNanos();
    while (true) {
      long slice = Math.min(left, LOOK_NANOS);
      try {
        return task.result.get(slice, TimeUnit.NANOSECONDS);
      } catch (ExecutionException e) {
        throw thrown(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return leaveOrJoin(task, Cause.INTERRUPTED);
      } catch (TimeoutException e) {
        left -= slice;
      }
      if (hasBegun(task)) {
        return task.joined();
      }
      if (left <= 0) {
        return leaveOrJoin(task, Cause.WAITED);
      }
      if (isGone(task)) { // not under the lock: it asks the network
        return leaveOrJoin(task, Cause.CALLER_GONE);
      }
    }
  }

  /** Nobody's work stays in the queue when it cannot be told. */
  private boolean isGone(Task<?> task) {
    boolean told = false;
    try {
      boolean gone = task.isCallerGone();
      told = true;
      return gone;
    } finally {
      if (!told) {
        remove(task);
      }
    }
  }

  private void remove(Task<?> task) {
    lock.lock();
    try {
      requests.remove(task);
    } finally {
      lock.unlock();
    }
  }

  private boolean hasBegun(Task<?> task) {
    lock.lock();
    try {
      return task.begun;
    } finally {
      lock.unlock();
    }
  }

  /** Gives up a place in the queue, unless its turn has come meanwhile. */
  private <T> T leaveOrJoin(Task<T> task, Cause cause) {
    lock.lock();
    try {
      if (requests.remove(task)) {
        throw cause == Cause.CALLER_GONE ? left() : without(cause);
      }
    } finally {
      lock.unlock();
    }
    return task.joined();
  }

  private OverloadedException without(Cause cause) {
    if (cause == Cause.WAITED) {
      refused++;
    }
    return new OverloadedException(cause);
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

  private static RuntimeException thrown(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return (RuntimeException) Objects.requireNonNull(cause);
  }
}
