package docimo.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import docimo.grading.OverloadedException.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class InferenceGateTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);

  /** Lets everybody through, so that nothing thrown here reaches a test that comes later. */
  @AfterEach
  void stop() {
    end.countDown();
    threads.shutdown();
    await().until(threads::isTerminated);
  }

  @Test
  void noMoreThanTheSlotsWorkAtOnce() throws Exception {
    InferenceGate gate = gate(3, 1000, LONG);
    AtomicInteger working = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Supplier<Integer> work =
          () -> {
            most.accumulateAndGet(working.incrementAndGet(), Math::max);
            turn(50);
            return working.decrementAndGet();
          };
      boolean job = i % 3 == 0;
      all.add(threads.submit(() -> job ? gate.job(work) : gate.request(work)));
    }
    for (Future<?> one : all) {
      one.get();
    }

    assertThat(most).hasValueBetween(1, 3);
    assertIdle(gate);
  }

  @Test
  void oneTooManyIsRefusedAtOnce() {
    InferenceGate gate = gate(1, 2, LONG);
    hold(gate, 3);
    await().until(() -> gate.load().waiting() == 2);

    assertRefused(gate, Cause.QUEUE_FULL);
    assertThat(gate.load()).isEqualTo(new InferenceGate.Load(1, 1, 2, 0, 1, 0));
  }

  @Test
  void waitingEnds() {
    InferenceGate gate = gate(1, 2, Duration.ofMillis(20));
    hold(gate, 1);
    await().until(() -> gate.load().inUse() == 1);

    assertRefused(gate, Cause.WAITED);
    assertThat(gate.load()).isEqualTo(new InferenceGate.Load(1, 1, 0, 0, 1, 0));
  }

  @Test
  void firstComeFirstServed() {
    InferenceGate gate = gate(1, 100, LONG);
    hold(gate, 1);
    await().until(() -> gate.load().inUse() == 1);
    List<Integer> served = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 50; i++) {
      int number = i;
      threads.execute(() -> gate.request(() -> served.add(number)));
      await().pollInterval(Duration.ofMillis(1)).until(() -> gate.load().waiting() == number + 1);
    }
    end.countDown();

    await().until(() -> served.size() == 50);
    assertThat(served).isSorted();
  }

  @Test
  void aSlotIsAThreadThatGoesFromOneMarkToTheNext() throws Exception {
    InferenceGate gate = gate(1, 100, LONG);
    hold(gate, 1);
    await().until(() -> gate.load().inUse() == 1);
    List<Future<Thread>> marks = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      boolean job = i % 2 == 0;
      marks.add(
          threads.submit(
              () -> job ? gate.job(Thread::currentThread) : gate.request(Thread::currentThread)));
    }
    await().until(() -> gate.load().waiting() + gate.load().jobsWaiting() == 20);
    end.countDown();

    Set<Thread> used = new HashSet<>();
    for (Future<Thread> mark : marks) {
      used.add(mark.get());
    }
    assertThat(used).singleElement().satisfies(thread -> assertThat(thread.isDaemon()).isTrue());
  }

  @Test
  void callerWhoComesBackAtOnceFindsTheSlotFree() {
    InferenceGate gate = gate(1, 0, LONG);
    for (int i = 0; i < 10_000; i++) {
      int number = i;
      assertThat(gate.request(() -> number)).isEqualTo(number);
    }
    assertThat(gate.load()).isEqualTo(new InferenceGate.Load(1, 0, 0, 0, 0, 0));
  }

  @Test
  void jobsGetTheirShareAndNoMore() {
    InferenceGate gate = new InferenceGate(new InferenceGate.Options(1, 100, LONG, 3));
    hold(gate, 1);
    await().until(() -> gate.load().inUse() == 1);
    List<String> served = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 12; i++) {
      threads.execute(() -> gate.request(() -> served.add("request")));
      threads.execute(() -> gate.job(() -> served.add("job")));
    }
    await().until(() -> gate.load().waiting() == 12 && gate.load().jobsWaiting() == 12);
    end.countDown();

    await().until(() -> served.size() == 24);
    assertThat(served.subList(0, 16))
        .containsExactlyElementsOf(
            Collections.nCopies(4, List.of("request", "request", "request", "job")).stream()
                .flatMap(List::stream)
                .toList());
    assertThat(served.subList(16, 24)).containsOnly("job");
  }

  @Test
  void callerWhoGoesFreesItsPlace() {
    InferenceGate gate = gate(1, 1, LONG);
    hold(gate, 1);
    await().until(() -> gate.load().inUse() == 1);
    AtomicBoolean gone = new AtomicBoolean();
    Future<?> waiting = threads.submit(() -> gate.request(gone::get, () -> "marked"));
    await().until(() -> gate.load().waiting() == 1);
    gone.set(true);

    assertThatThrownBy(waiting::get).hasRootCauseInstanceOf(OverloadedException.class);
    assertThat(gate.load()).isEqualTo(new InferenceGate.Load(1, 1, 0, 0, 0, 1));
  }

  @Test
  void callerWhoGoesWhenItsTurnHasComeGivesTheSlotBack() {
    InferenceGate gate = gate(1, 1, LONG);
    hold(gate, 1);
    await().until(() -> gate.load().inUse() == 1);

    assertThatThrownBy(
            () ->
                gate.request(
                    () -> {
                      end.countDown();
                      await().until(() -> gate.load().waiting() == 0);
                      return true;
                    },
                    () -> "marked"))
        .isInstanceOf(OverloadedException.class);
    assertIdle(gate);
  }

  @Test
  void failureOfTheWorkGivesTheSlotBack() {
    InferenceGate gate = gate(1, 0, LONG);
    Supplier<String> failing =
        () -> {
          throw new IllegalStateException("no mark");
        };

    assertThatThrownBy(() -> gate.request(failing)).hasMessage("no mark");
    assertThatThrownBy(() -> gate.job(failing)).hasMessage("no mark");
    assertThatThrownBy(
            () ->
                gate.request(
                    () -> {
                      throw new StackOverflowError("deep");
                    }))
        .isInstanceOf(StackOverflowError.class);
    assertIdle(gate);
  }

  @Test
  void noSlotIsLostWhenThousandsGiveUp() throws Exception {
    InferenceGate gate = gate(2, 40, Duration.ofMillis(3));
    SplittableRandom random = new SplittableRandom(7);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      boolean goes = random.nextInt(3) == 0;
      boolean stops = random.nextInt(3) == 0;
      int turns = random.nextInt(200);
      Future<?> one =
          threads.submit(
              () -> {
                try {
                  return gate.request(() -> goes, () -> turn(turns));
                } catch (OverloadedException e) {
                  return -1;
                }
              });
      if (stops) {
        one.cancel(true);
      }
      all.add(one);
    }
    threads.shutdown();

    await().until(threads::isTerminated);
    assertThat(all).allMatch(Future::isDone);
    assertIdle(gate);
    assertThat(gate.request(() -> "marked")).isEqualTo("marked");
  }

  @Test
  void waitingThreadThatIsToldToStopDoes() {
    InferenceGate gate = gate(1, 1, LONG);
    hold(gate, 1);
    await().until(() -> gate.load().inUse() == 1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread waiting =
        new Thread(
            () -> {
              assertRefused(gate, Cause.INTERRUPTED);
              interrupted.complete(Thread.currentThread().isInterrupted());
            });
    waiting.start();
    await().until(() -> gate.load().waiting() == 1);
    waiting.interrupt();

    assertThat(interrupted.join()).isTrue();
    assertThat(gate.load().waiting()).isZero();
  }

  private static int turn(int turns) {
    for (int i = 0; i < turns; i++) {
      Thread.onSpinWait();
    }
    return turns;
  }

  private static InferenceGate gate(int slots, int queue, Duration patience) {
    return new InferenceGate(new InferenceGate.Options(slots, queue, patience, 3));
  }

  /** Requests that work until the end of the test. */
  private void hold(InferenceGate gate, int count) {
    for (int i = 0; i < count; i++) {
      threads.execute(
          () ->
              gate.request(
                  () -> {
                    try {
                      end.await();
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                    return "held";
                  }));
    }
  }

  private static void assertRefused(InferenceGate gate, Cause reason) {
    assertThatThrownBy(() -> gate.request(() -> "marked"))
        .isInstanceOfSatisfying(
            OverloadedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static void assertIdle(InferenceGate gate) {
    assertThat(gate.load().inUse()).isZero();
    assertThat(gate.load().waiting()).isZero();
    assertThat(gate.load().jobsWaiting()).isZero();
  }
}
