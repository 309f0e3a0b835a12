package docimo.store;

import static docimo.store.Office.answer;
import static org.assertj.core.api.Assertions.assertThat;

import docimo.access.Tenant;
import docimo.screening.Job;
import docimo.screening.Receipt;
import docimo.screening.Staleness;
import docimo.screening.UploadRow;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Uploads and regrades, on every database. */
abstract class JobContract extends StoreContract {

  @Test
  void staleGradesShowAndNewOnesStandBesideThem() {
    String id = office.screening().id();
    Receipt receipt = office.services.submissions().submit(id, answer("c", "q1", "1", "0.2"), "r");
    revise("q1");
    office.scoreBy("scorer-2");
    assertThat(office.services.results().of(id, "c").questions().get(0).stale())
        .containsExactlyInAnyOrder(Staleness.QUESTION, Staleness.SCORER);
    assertThat(office.services.regrades().preview(id, 0, 10).items()).hasSize(1);
    assertThat(office.services.submissions().grades(receipt.submission().id())).hasSize(1);
  }

  @Test
  void anUploadIsMarkedOnceByTwoProcessesAndARegradeToo() {
    DatabaseJobQueue.Pace pace =
        new DatabaseJobQueue.Pace(2, Duration.ofMillis(100), Duration.ofSeconds(1));
    try (DatabaseJobQueue queue = new DatabaseJobQueue(database, pace, Clock.systemUTC());
        DatabaseJobQueue other = new DatabaseJobQueue(database, pace, Clock.systemUTC())) {
      Office here = new Office(database.store(), queue.of(Tenant.DEFAULT));
      Office there = new Office(database.store(), other.of(Tenant.DEFAULT));
      here.services.jobs().start();
      there.services.jobs().start();
      String id = here.screening().id();
      Job upload = here.services.jobs().receive(id, "r");
      List<UploadRow> rows = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        rows.add(new UploadRow(i, answer("c" + i, i == 7 ? "q9" : "q1", "1", "0.5"), null));
      }
      here.services.jobs().add(upload.id(), rows);
      here.services.jobs().begin(upload.id());
      awaitDone(here, upload.id());
      Job done = here.services.jobs().get(upload.id());
      assertThat(done.done()).isEqualTo(500);
      assertThat(done.failed()).isEqualTo(1);
      assertThat(here.services.jobs().problems(upload.id(), -1, 10))
          .extracting(problem -> problem.code())
          .containsExactly("question_not_asked");
      assertThat(here.services.submissions().standings(id, 0, 1000).items()).hasSize(499);
      here.scoreBy("scorer-2");
      there.scoreBy("scorer-2");
      awaitDone(here, here.services.jobs().regrade(id, "r").id());
      assertThat(here.services.regrades().preview(id, 0, 1000).items()).isEmpty();
      assertThat(here.services.audit().verify().problems()).isEmpty();
      assertThat(database.store().read(tx -> tx.grades().count()).longValue()).isEqualTo(998);
    }
  }

  @Test
  @SuppressWarnings("try") // it is closed twice on purpose
  void whoWasToldToStopBeforeItHadStartedTakesNoParts() {
    DatabaseJobQueue.Pace pace =
        new DatabaseJobQueue.Pace(1, Duration.ofMillis(50), Duration.ofSeconds(1));
    List<String> takers = new CopyOnWriteArrayList<>();
    DatabaseJobQueue stopped = new DatabaseJobQueue(database, pace, Clock.systemUTC());
    stopped.close();
    try (DatabaseJobQueue other = new DatabaseJobQueue(database, pace, Clock.systemUTC())) {
      other.of(Tenant.DEFAULT).offer(Job.Kind.UPLOAD, "job", 0);
      stopped.of(Tenant.DEFAULT).start((job, part, stopping) -> takers.add("stopped"), List.of());
      other.of(Tenant.DEFAULT).start((job, part, stopping) -> takers.add("other"), List.of());
      Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !takers.isEmpty());
      assertThat(takers).containsExactly("other");
    }
  }

  @Test
  void aClockThatJumpedBackLetsNoPartWait() {
    DatabaseJobQueue.Pace pace =
        new DatabaseJobQueue.Pace(1, Duration.ofMillis(50), Duration.ofSeconds(1));
    Clock before = Clock.offset(Clock.systemUTC(), Duration.ofDays(30));
    List<Integer> taken = new CopyOnWriteArrayList<>();
    try (DatabaseJobQueue queue = new DatabaseJobQueue(database, pace, before)) {
      queue.of(Tenant.DEFAULT).offer(Job.Kind.UPLOAD, "job", 0);
      queue.of(Tenant.DEFAULT).start((job, part, stopping) -> taken.add(part), List.of());
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !taken.isEmpty());
    }
  }

  @Test
  void aCancelledJobGoesOnWhenResumed() {
    String id = office.screening().id();
    Job upload = office.services.jobs().receive(id, "r");
    office
        .services
        .jobs()
        .add(upload.id(), List.of(new UploadRow(0, answer("c", "q1", "1", "0.5"), null)));
    office.services.jobs().begin(upload.id());
    assertThat(office.services.jobs().cancel(upload.id(), "r").state())
        .isEqualTo(Job.State.CANCELLED);
    assertThat(office.services.jobs().resume(upload.id(), "r").state())
        .isEqualTo(Job.State.RUNNING);
  }

  private static void awaitDone(Office office, String job) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> office.services.jobs().get(job).state() == Job.State.DONE);
  }
}
