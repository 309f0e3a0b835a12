package docimo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import docimo.screening.StoreException;
import docimo.screening.Transaction;
import docimo.screening.audit.AuditDraft;
import docimo.screening.audit.AuditEvent;
import docimo.screening.audit.AuditKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2StoreTest {

  @TempDir private Path folder = Path.of("");

  private DatabaseUrl newDatabase() {
    return DatabaseUrl.of(folder.resolve("docimo").toString(), null, null);
  }

  @Nested
  class Intake extends IntakeContract {
    @Override
    DatabaseUrl newDatabase() {
      return H2StoreTest.this.newDatabase();
    }
  }

  @Nested
  class Reviewing extends ReviewContract {
    @Override
    DatabaseUrl newDatabase() {
      return H2StoreTest.this.newDatabase();
    }
  }

  @Nested
  class Work extends JobContract {
    @Override
    DatabaseUrl newDatabase() {
      return H2StoreTest.this.newDatabase();
    }
  }

  @Nested
  class Volume extends VolumeContract {
    @Override
    DatabaseUrl newDatabase() {
      return H2StoreTest.this.newDatabase();
    }
  }

  @Nested
  class LeftBehind extends LeftBehindContract {
    @Override
    DatabaseUrl newDatabase() {
      return H2StoreTest.this.newDatabase();
    }

    @Override
    DatabaseUrl another() {
      return DatabaseUrl.of(folder.resolve("another").toString(), null, null);
    }
  }

  @Nested
  class Several extends TenantContract {
    @Override
    DatabaseUrl newDatabase() {
      return H2StoreTest.this.newDatabase();
    }

    @Override
    DatabaseUrl another() {
      return DatabaseUrl.of(folder.resolve("another").toString(), null, null);
    }
  }

  @Nested
  class Afterwards extends AuditContract {
    @Override
    DatabaseUrl newDatabase() {
      return H2StoreTest.this.newDatabase();
    }
  }

  @Test
  void aWrongPasswordIsNamedAndNotShown() {
    Database.open(newDatabase(), Office.QUESTIONS).close();
    DatabaseUrl other = DatabaseUrl.of(newDatabase().withoutPassword(), null, "hunter2");
    assertThatThrownBy(() -> Database.open(other, Office.QUESTIONS))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.trouble()).isEqualTo(StoreException.Trouble.ACCESS_DENIED))
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void writesAreRefusedWhileThereIsStillRoomForWhatWasAcknowledged() {
    DatabaseUrl url = DatabaseUrl.of(folder.resolve("full").toString(), null, null);
    try (Database database = Database.open(url, Office.QUESTIONS)) {
      new Office(database.store()).screening();
    }
    Room none = new Room(folder, Long.MAX_VALUE);
    try (Database database = Database.open(url, Office.QUESTIONS, none)) {
      Office office = new Office(database.store());
      assertThatThrownBy(office::screening)
          .isInstanceOfSatisfying(
              StoreException.class,
              e -> assertThat(e.trouble()).isEqualTo(StoreException.Trouble.DISK_FULL))
          .hasMessageContaining("make some");
      assertThat(office.services.questions().all()).hasSize(2);
    }
  }

  @Test
  void anInterruptClosesNoFile() {
    try (Database database = Database.open(newDatabase(), Office.QUESTIONS)) {
      Office office = new Office(database.store());
      String screening = office.screening().id();
      for (int i = 0; i < 20; i++) {
        database.store().write(H2StoreTest::interrupted);
        assertThat(Thread.interrupted()).isTrue();
      }
      office.services.submissions().submit(screening, Office.answer("c", "q1", "1", "0.5"), "r");
      assertThat(office.services.audit().verify().problems()).isEmpty();
      List<AuditEvent> events = database.store().read(tx -> tx.audit().after(0, 100));
      assertThat(events).filteredOn(event -> event.actor().equals("interrupted")).hasSize(20);
    }
  }

  /** Writes, and is interrupted before the database has. */
  private static AuditEvent interrupted(Transaction tx) {
    AuditEvent event =
        tx.audit().append(Instant.EPOCH, AuditDraft.of(AuditKind.MARKING_FAILED, "interrupted"));
    Thread.currentThread().interrupt();
    return event;
  }

  @Test
  void theFolderOfAFileIsKnownAndNoOther() {
    DatabaseUrl file = DatabaseUrl.of(folder.resolve("known").toString(), null, null);
    assertThat(file.folder()).isEqualTo(folder.toAbsolutePath());
    assertThat(DatabaseUrl.of("jdbc:h2:mem:x", null, null).folder()).isNull();
    assertThat(DatabaseUrl.of("jdbc:postgresql://host/x", null, null).folder()).isNull();
  }

  @Test
  void aNewerSchemaIsRefused() {
    DatabaseUrl url = DatabaseUrl.of(folder.resolve("newer").toString(), null, null);
    try (Database database = Database.open(url, Office.QUESTIONS)) {
      Jdbi.create(database.connections())
          .useHandle(
              handle ->
                  handle.execute(
                      "INSERT INTO \"docimo_schema\" (\"installed_rank\", \"version\","
                          + " \"description\", \"type\", \"script\", \"installed_by\","
                          + " \"execution_time\", \"success\") VALUES"
                          + " (99, '99', 'later', 'SQL', 'V99__later.sql', 'x', 1, TRUE)"));
    }
    assertThatThrownBy(() -> Database.open(url, Office.QUESTIONS).close())
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer docimo");
  }
}
