package docimo.api;

import docimo.testing.PostgresServer;
import org.junit.jupiter.api.condition.EnabledIf;

/** Jobs of grades on PostgreSQL. */
@EnabledIf(
    value = "docimo.testing.PostgresServer#isThere",
    disabledReason = "there is no PostgreSQL to start on this platform")
final class GradingJobPostgresTest extends GradingJobContract {

  @Override
  String newDatabase() {
    return PostgresServer.newDatabase();
  }
}
