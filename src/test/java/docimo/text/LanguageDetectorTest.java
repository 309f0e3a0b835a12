package docimo.text;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.app.Models;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
final class LanguageDetectorTest {

  /** English is a likely reading down to this rank; graders ask for no more. */
  private static final int LIKELY = 3;

  private LanguageDetector detector = text -> 0;

  @BeforeAll
  void load() throws IOException {
    try (InputStream in = new Models().open("language-detector")) {
      detector = OpenNlpLanguageDetector.load(in);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A hash map stores key-value pairs in buckets and finds them by the hash of the key.",
        "bagging lowers variance, boosting lowers bias",
        "TCP three way handshake: SYN, SYN-ACK, ACK; UDP no handshake",
        "overfitting = low train error, high test error; fix: dropout, L2, early stopping",
        "push the root on a stack; while the stack is not empty: pop node, visit node, push kids",
        "for i in range(n): if a[i] > a[j]: swap(a[i], a[j]); return a",
        "SELECT name FROM users WHERE age > 30 ORDER BY name; then join on id",
        "if the list is empty return null; else node = head; head = head.next; return node"
      })
  void englishAndCodeAreLikelyEnglish(String text) {
    assertThat(detector.rankOfEnglish(text)).isBetween(1, LIKELY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ein Stapel ist eine Datenstruktur, bei der das zuletzt abgelegte Element zuerst wieder"
            + " entnommen wird. Eine Warteschlange gibt sie in der Reihenfolge ihres Eintreffens aus.",
        "Une pile est une structure de données dans laquelle le dernier élément ajouté est retiré"
            + " en premier. Une file rend les éléments dans leur ordre d'arrivée.",
        "Una pila es una estructura de datos en la que el último elemento añadido es el primero en"
            + " salir. Una cola devuelve los elementos en su orden de llegada.",
        "Lo stack è una struttura in cui l'ultimo elemento inserito è il primo a essere estratto,"
            + " mentre la coda restituisce gli elementi nell'ordine di arrivo."
      })
  void paragraphsInOtherLanguagesAreNot(String text) {
    assertThat(detector.rankOfEnglish(text)).isGreaterThan(LIKELY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "TCP", "Ein Stapel", "O(n log n)", "最初"})
  void aTextTooShortToTellIsTakenForEnglish(String text) {
    assertThat(detector.rankOfEnglish(text)).isEqualTo(1);
  }

  @Test
  void aLongTextIsJudgedByItsBeginning() {
    String english = "A stack gives back the element that was put on it last. ".repeat(50);
    String german = "Ein Stapel gibt das zuletzt abgelegte Element zuerst zurück. ".repeat(500);
    assertThat(detector.rankOfEnglish(english + german)).isEqualTo(1);
  }
}
