package docimo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import docimo.screening.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
    value = "docimo.store.PostgresServer#isThere",
    disabledReason = "there is no PostgreSQL to start on this platform")
class PostgresStoreTest extends StoreContract {

  @Override
  DatabaseUrl newDatabase() {
    return PostgresServer.newDatabase();
  }

  @Test
  void aDatabaseThatIsNotThereIsNamed() {
    assertThatThrownBy(
            () ->
                Database.open(PostgresServer.url("nowhere", "postgres"), Office.QUESTIONS).close())
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.trouble()).isEqualTo(StoreException.Trouble.UNAVAILABLE))
        .hasMessageContaining("/nowhere")
        .hasMessageNotContaining("secret");
  }
}
