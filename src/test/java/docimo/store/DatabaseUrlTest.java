package docimo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import docimo.screening.StoreException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DatabaseUrlTest {

  @Test
  void passwordsAreNeverShown() {
    for (String url :
        new String[] {
          "jdbc:postgresql://eve:hunter2@db.example.org:5432/docimo",
          "jdbc:postgresql://db.example.org/docimo?user=eve&password=hunter2&ssl=true",
          "jdbc:h2:file:/data/docimo;PASSWORD=hunter2;TRACE_LEVEL_FILE=0"
        }) {
      assertThat(DatabaseUrl.of(url, null, "hunter2").toString())
          .doesNotContain("hunter2")
          .contains("docimo");
    }
  }

  @Test
  void aPathIsAFileBesideTheProcess() {
    DatabaseUrl url = DatabaseUrl.of("data/docimo", null, null);
    assertThat(url.isEmbedded()).isTrue();
    assertThat(url.toString()).startsWith("jdbc:h2:file:/").endsWith("data/docimo");
  }

  @Test
  void otherDatabasesAreRefused() {
    assertThatThrownBy(() -> DatabaseUrl.of("jdbc:mysql://eve:hunter2@host/db", null, null))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("jdbc:postgresql://")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void factsComeBackWhateverTheyHold() {
    TreeMap<String, String> facts =
        new TreeMap<>(Map.of("a\tb", "c\nd\\n", "empty", "", "back\\", "\\t"));
    assertThat(FactsText.read(FactsText.write(facts))).isEqualTo(facts);
  }
}
