package docimo.api;

import docimo.testing.PostgresServer;
import org.junit.jupiter.api.condition.EnabledIf;

/** Requests that come again, on PostgreSQL. */
@EnabledIf(
    value = "docimo.testing.PostgresServer#isThere",
    disabledReason = "there is no PostgreSQL to start on this platform")
final class IdempotencyPostgresTest extends IdempotencyContract {

  @Override
  String newDatabase() {
    return PostgresServer.newDatabase();
  }
}
