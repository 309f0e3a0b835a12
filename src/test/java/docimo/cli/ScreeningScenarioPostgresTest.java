package docimo.cli;

import docimo.testing.PostgresServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIf;

/** The commands on PostgreSQL. */
@EnabledIf(
    value = "docimo.testing.PostgresServer#isThere",
    disabledReason = "there is no PostgreSQL to start on this platform")
class ScreeningScenarioPostgresTest {

  @Nested
  class Screening extends ScreeningScenario {
    @Override
    String newDatabase() {
      return PostgresServer.newDatabase();
    }
  }

  @Nested
  class Reviewing extends ReviewScenario {
    @Override
    String newDatabase() {
      return PostgresServer.newDatabase();
    }
  }

  @Nested
  class Work extends JobScenario {
    @Override
    String newDatabase() {
      return PostgresServer.newDatabase();
    }
  }

  @Nested
  class Log extends AuditScenario {
    @Override
    String newDatabase() {
      return PostgresServer.newDatabase();
    }
  }

  @Nested
  class Access extends AccessScenario {
    @Override
    String newDatabase() {
      return PostgresServer.newDatabase();
    }
  }
}
