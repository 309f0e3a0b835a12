package docimo.store;

import static docimo.store.Office.answer;
import static org.assertj.core.api.Assertions.assertThat;

import docimo.access.Tenant;
import docimo.screening.Job;
import docimo.screening.JobQueue;
import docimo.screening.RowProblem;
import docimo.screening.Standing;
import docimo.screening.UploadRow;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What is done with work and texts that nobody comes back to, on every database. */
abstract class LeftBehindContract extends StoreContract {

  /** The address of another empty database. */
  abstract DatabaseUrl another();

  /** Keeps what it is given and works on nothing. */
  private static final class Idle implements JobQueue {

    private final List<String> offered = new ArrayList<>();
    private final List<Chore> chores = new ArrayList<>();

    @Override
    public void offer(Job.Kind kind, String jobId, int part) {
      offered.add(jobId + "/" + part);
    }

    @Override
    public void start(Worker worker, List<Chore> all) {
      chores.addAll(all);
    }

    private void see(String name) {
      chores.stream().filter(c -> c.name().equals(name)).forEach(c -> c.task().run());
    }
  }

  private Job received(Office by, String screening, int rows) {
    Job upload = by.services.jobs().receive(screening, "r");
    List<UploadRow> all = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      all.add(new UploadRow(i, answer("c" + i, "q1", "1", "0.5 text of " + i), null));
    }
    return by.services.jobs().add(upload.id(), all);
  }

  @Test
  void partsThatADeadProcessDidNotHandOutAreHandedOutByAnother() {
    Idle queue = new Idle();
    Office other = new Office(database.store(), queue);
    other.services.jobs().start();
    Job job = received(office, office.screening().id(), 45);
    office.services.jobs().begin(job.id()); // and the process dies before it offers them
    assertThat(queue.offered).isEmpty();
    queue.see("left-behind");
    assertThat(queue.offered).containsExactly(job.id() + "/0", job.id() + "/1", job.id() + "/2");
  }

  @Test
  void textsOfAnUploadThatNeverBeganAreRemovedWhenTheirTimeIsOver() {
    Job job = received(office, office.screening().id(), 2);
    assertThat(office.services.retention().run()).isZero();
    office.pass(Duration.ofDays(366));
    assertThat(office.services.retention().run()).isEqualTo(2);
    assertThat(office.services.retention().run()).isZero();
    List<UploadRow> rows = database.store().read(tx -> tx.jobs().rows(job.id(), 0, 2));
    assertThat(rows)
        .extracting(row -> Optional.ofNullable(row.answer()))
        .containsOnly(Optional.empty());
    assertThat(office.services.jobs().problems(job.id(), -1, 10))
        .extracting(RowProblem::code)
        .containsExactly("retention_over", "retention_over");
    assertThat(office.services.audit().verify().problems()).isEmpty();
  }

  @Test
  void textsAreRemovedByWhoeverWorksOnJobs() {
    String screening = office.screening().id();
    office.services.submissions().submit(screening, answer("c1", "q1", null, "0.5 old"), "r");
    DatabaseJobQueue.Pace pace =
        new DatabaseJobQueue.Pace(1, Duration.ofMillis(50), Duration.ofSeconds(1));
    try (DatabaseJobQueue queue = new DatabaseJobQueue(database, pace, Clock.systemUTC())) {
      Office later = new Office(database.store(), queue.of(Tenant.DEFAULT));
      later.pass(Duration.ofDays(366));
      later.services.jobs().start();
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () -> {
                List<Standing> standings =
                    office.services.submissions().standings(screening, 0, 10).items();
                return standings.size() == 1 && !standings.get(0).hasText();
              });
    }
  }

  @Test
  void aJobOfAnOlderSchemaIsAsFarAsItsPartsWere() {
    DatabaseUrl older = another();
    try (FirstSchema first = FirstSchema.at(older)) {
      first
          .tables()
          .useHandle(
              handle -> {
                handle.execute(
                    "INSERT INTO screening VALUES ('s', 1, 'Old', 'screening', '', FALSE, 365,"
                        + " 'last', 'open', '2026-01-01T00:00:00Z', 1)");
                handle.execute(
                    "INSERT INTO job VALUES ('j', 1, 'upload', 's', 'cancelled', 400, 'r',"
                        + " '2026-01-01T00:00:00Z', NULL, 3)");
                handle.execute("INSERT INTO job_part VALUES ('j', 0, 0, 200, 60, 60, 2)");
                handle.execute("INSERT INTO job_part VALUES ('j', 1, 200, 400, 240, 40, 1)");
              });
    }
    try (Database migrated = Database.open(older, Office.QUESTIONS)) {
      Job job = new Office(migrated.store()).services.jobs().get("j");
      assertThat(job.done()).isEqualTo(100);
      assertThat(job.failed()).isEqualTo(3);
    }
  }

  @Test
  void aRegradeThatIsAskedForTwiceIsOne() {
    String screening = office.screening().id();
    office.services.submissions().submit(screening, answer("c1", "q1", null, "0.5"), "r");
    Job first = office.services.jobs().regrade(screening, "r");
    assertThat(office.services.jobs().regrade(screening, "another")).isEqualTo(first);
    office.services.jobs().cancel(first.id(), "r");
    assertThat(office.services.jobs().regrade(screening, "r").id()).isNotEqualTo(first.id());
  }

  @Test
  void aJobIsCutIntoEnoughPartsForAllWorkersAndNotIntoTooMany() {
    Idle queue = new Idle();
    Office busy = new Office(database.store(), queue);
    String screening = busy.screening().id();
    busy.services.jobs().begin(received(busy, screening, 15).id());
    assertThat(queue.offered).hasSize(1);
    queue.offered.clear();
    busy.services.jobs().begin(received(busy, screening, 1_500).id());
    assertThat(queue.offered).hasSize(50);
  }
}
