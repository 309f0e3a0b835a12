package docimo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import docimo.screening.StoreException;
import docimo.testing.PostgresServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
    value = "docimo.testing.PostgresServer#isThere",
    disabledReason = "there is no PostgreSQL to start on this platform")
class PostgresStoreTest {

  private static DatabaseUrl newDatabase() {
    return DatabaseUrl.of(PostgresServer.newDatabase(), null, null);
  }

  @Nested
  class Intake extends IntakeContract {
    @Override
    DatabaseUrl newDatabase() {
      return PostgresStoreTest.newDatabase();
    }
  }

  @Nested
  class Reviewing extends ReviewContract {
    @Override
    DatabaseUrl newDatabase() {
      return PostgresStoreTest.newDatabase();
    }
  }

  @Nested
  class Work extends JobContract {
    @Override
    DatabaseUrl newDatabase() {
      return PostgresStoreTest.newDatabase();
    }
  }

  @Nested
  class Volume extends VolumeContract {
    @Override
    DatabaseUrl newDatabase() {
      return PostgresStoreTest.newDatabase();
    }
  }

  @Nested
  class LeftBehind extends LeftBehindContract {
    @Override
    DatabaseUrl newDatabase() {
      return PostgresStoreTest.newDatabase();
    }

    @Override
    DatabaseUrl another() {
      return PostgresStoreTest.newDatabase();
    }
  }

  @Nested
  class Several extends TenantContract {
    @Override
    DatabaseUrl newDatabase() {
      return PostgresStoreTest.newDatabase();
    }

    @Override
    DatabaseUrl another() {
      return PostgresStoreTest.newDatabase();
    }
  }

  @Nested
  class Afterwards extends AuditContract {
    @Override
    DatabaseUrl newDatabase() {
      return PostgresStoreTest.newDatabase();
    }
  }

  @Test
  void aDatabaseThatIsNotThereIsNamed() {
    assertThatThrownBy(
            () ->
                Database.open(
                        DatabaseUrl.of(PostgresServer.address("nowhere"), null, null),
                        Office.QUESTIONS)
                    .close())
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.trouble()).isEqualTo(StoreException.Trouble.UNAVAILABLE))
        .hasMessageContaining("/nowhere")
        .hasMessageNotContaining("secret");
  }
}
