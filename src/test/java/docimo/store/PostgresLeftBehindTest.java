package docimo.store;

import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
    value = "docimo.store.PostgresServer#isThere",
    disabledReason = "there is no PostgreSQL to start on this platform")
class PostgresLeftBehindTest extends LeftBehindContract {

  @Override
  DatabaseUrl newDatabase() {
    return PostgresServer.newDatabase();
  }
}
