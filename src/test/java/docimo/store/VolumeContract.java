package docimo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import docimo.access.Tenant;
import docimo.screening.ConflictException;
import docimo.screening.GradedRow;
import docimo.screening.GradingRow;
import docimo.screening.Job;
import docimo.screening.Keeping;
import docimo.screening.KeptReplies;
import docimo.screening.KeptReply;
import docimo.screening.NotFoundException;
import docimo.screening.ReplyClaim;
import docimo.screening.RowMarking;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Jobs of grades, and requests that come again, on every database. */
abstract class VolumeContract extends StoreContract {

  private static final DatabaseJobQueue.Pace PACE =
      new DatabaseJobQueue.Pace(2, Duration.ofMillis(100), Duration.ofSeconds(1));

  private static final KeptReply.Reply REPLY =
      new KeptReply.Reply(201, Map.of("Location", "/v1/x"), "{\"text\": \"quoted\"}");

  private Job received(Office by, int rows) {
    Job job = by.services.gradings().receive("r");
    List<GradingRow> all = new ArrayList<>();
    for (int i = 1; i <= rows; i++) {
      all.add(GradingRow.of(i, i, "c" + i % 5, "text of " + i, null));
    }
    return by.services.gradings().add(job.id(), all);
  }

  @Test
  void aJobOfGradesIsMarkedOnceByTwoProcessesAndLeftAloneByOneThatMarksNoRows() {
    Map<Long, AtomicInteger> times = new ConcurrentHashMap<>();
    RowMarking marking =
        row -> {
          times.computeIfAbsent(row.number(), number -> new AtomicInteger()).incrementAndGet();
          return new RowMarking.Marked(row.number(), "{" + row.text() + "}", row.number() == 7);
        };
    try (DatabaseJobQueue queue = new DatabaseJobQueue(database, PACE, Clock.systemUTC());
        DatabaseJobQueue other = new DatabaseJobQueue(database, PACE, Clock.systemUTC());
        DatabaseJobQueue idle = new DatabaseJobQueue(database, PACE, Clock.systemUTC())) {
      new Office(database.store(), idle.of(Tenant.DEFAULT)).services.jobs().start();
      Office here = new Office(database.store(), queue.of(Tenant.DEFAULT), marking);
      Office there = new Office(database.store(), other.of(Tenant.DEFAULT), marking);
      here.services.jobs().start();
      there.services.jobs().start();
      Job job = received(here, 500);
      here.services.jobs().begin(job.id());
      Awaitility.await()
          .atMost(Duration.ofMinutes(3))
          .until(() -> here.services.jobs().get(job.id()).state() == Job.State.DONE);
      Job done = here.services.jobs().get(job.id());
      assertThat(done.done()).isEqualTo(500);
      assertThat(done.failed()).isEqualTo(1);
      List<GradedRow> results = here.services.gradings().results(job.id(), 0, 1000);
      assertThat(results).hasSize(500);
      assertThat(results.get(499)).isEqualTo(new GradedRow(500, "{text of 500}"));
      assertThat(times.values()).allSatisfy(count -> assertThat(count).hasValue(1));
      List<GradingRow> rows = database.store().read(tx -> tx.gradings().rows(job.id(), 1, 501));
      assertThat(rows).allMatch(row -> row.text() == null);
      assertThat(here.services.audit().verify().problems()).isEmpty();
    }
  }

  @Test
  void resultsEndAtTheFirstRowThatHasNone() {
    Job job = received(office, 3);
    database
        .store()
        .write(
            tx -> {
              tx.gradings().settle(job.id(), List.of(marked(1), marked(3)));
              return job;
            });
    assertThat(office.services.gradings().results(job.id(), 0, 10))
        .containsExactly(new GradedRow(1, "{1}"));
    assertThat(office.services.gradings().results(job.id(), 1, 10)).isEmpty();
  }

  private static RowMarking.Marked marked(long number) {
    return new RowMarking.Marked(number, "{" + number + "}", false);
  }

  @Test
  void aJobIsRemovedWithItsTextsWhenItsTimeIsOver() {
    Job old = received(office, 2);
    office.pass(Keeping.DEFAULT.grades().minusHours(1));
    Job young = received(office, 2);
    office.services.jobs().begin(young.id());
    assertThat(office.services.gradings().purge()).isZero();
    office.pass(Duration.ofHours(2));
    assertThat(office.services.gradings().purge()).isEqualTo(1);
    assertThatThrownBy(() -> office.services.jobs().get(old.id()))
        .isInstanceOf(NotFoundException.class);
    assertThat(database.store().<List<?>>read(tx -> tx.gradings().rows(old.id(), 0, 9))).isEmpty();
    assertThat(office.services.jobs().get(young.id()).total()).isEqualTo(2);
    assertThat(office.services.audit().verify().problems()).isEmpty();
  }

  @Test
  void whatIsForgottenWhileItIsMarkedStaysForgotten() {
    Job job = received(office, 6);
    office.services.candidates().erase("c1", "r");
    database
        .store()
        .write(
            tx -> {
              tx.gradings().settle(job.id(), List.of(marked(1), marked(2)));
              return job;
            });
    assertThat(office.services.gradings().results(job.id(), 0, 10))
        .containsExactly(new GradedRow(1, null), new GradedRow(2, "{2}"));
    assertThatThrownBy(() -> office.services.candidates().erase("c1", "r"))
        .isInstanceOf(NotFoundException.class);
  }

  private ReplyClaim claimed(String key) {
    return Objects.requireNonNull(office.services.replies().claim("me", key, "f").claim());
  }

  private KeptReply known(String key) {
    return Objects.requireNonNull(office.services.replies().claim("me", key, "f").known());
  }

  @Test
  void aRequestIsOfOneAndItsReplyIsKeptForAWhile() {
    ReplyClaim claim = claimed("k");
    assertThat(office.services.replies().isWorkedOn(known("k"))).isTrue();
    assertThat(office.services.replies().claim("you", "k", "f").claim()).isNotNull();
    office.services.replies().end(claim, REPLY);
    assertThat(known("k").reply()).isEqualTo(REPLY);
    office.pass(Keeping.DEFAULT.replies().minusSeconds(1));
    assertThat(office.services.replies().purge()).isZero();
    assertThat(known("k").reply()).isEqualTo(REPLY);
    office.pass(Duration.ofSeconds(2));
    assertThat(claimed("k").token()).isNotEqualTo(claim.token());
    office.pass(Keeping.DEFAULT.replies().plusSeconds(2));
    assertThat(office.services.replies().purge()).isEqualTo(2);
  }

  @Test
  void aRequestOfADeadProcessIsTakenUpUnlessItWasCarriedOut() {
    ReplyClaim nothing = claimed("nothing");
    ReplyClaim something = claimed("something");
    office.services.replies().acting(something, office::screening);
    office.services.replies().renew(List.of(nothing, something));
    office.pass(KeptReplies.LEASE.plusSeconds(1));
    assertThat(claimed("nothing").token()).isNotEqualTo(nothing.token());
    assertThat(known("something").acted()).isTrue();
    assertThat(office.services.replies().isWorkedOn(known("something"))).isFalse();
  }

  @Test
  void whoeverIsTooLateKeepsNothing() {
    ReplyClaim late = claimed("k");
    office.pass(KeptReplies.LEASE.plusSeconds(1));
    ReplyClaim other = claimed("k");
    assertThatThrownBy(() -> office.services.replies().acting(late, office::screening))
        .isInstanceOf(ConflictException.class);
    assertThat(office.services.screenings().list(0, 10).items()).isEmpty();
    office.services.replies().end(late, REPLY);
    assertThat(known("k").reply()).isNull();
    office.services.replies().acting(other, office::screening);
    office.services.replies().end(other, REPLY);
    assertThat(known("k").reply()).isEqualTo(REPLY);
  }

  @Test
  void aRequestThatFailedIsFreeAgainUnlessItChangedSomething() {
    office.services.replies().end(claimed("free"), null);
    claimed("free");
    ReplyClaim acted = claimed("acted");
    office.services.replies().acting(acted, office::screening);
    office.services.replies().end(acted, null);
    assertThat(known("acted").state()).isEqualTo(KeptReply.State.ANSWERED);
    assertThat(known("acted").reply()).isNull();
  }
}
