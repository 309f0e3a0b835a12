package docimo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import docimo.question.InMemoryQuestionBank;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JsonTest {

  /** JSON by its grammar. */
  private static final String ENDLESS = "1e4" + "0".repeat(60);

  @Test
  void numberWithAnExponentThatNothingCanKeepIsNamedWithItsPlace() {
    String text = "{\"a\": 1.5,\n \"b\": [2e3, " + ENDLESS + "]}";

    for (MalformedJsonException refused : List.of(refusal(text), refusalWithinLimits(text))) {
      assertThat(refused).hasMessageContaining("line 2, column 13");
      assertThat(refused.limit().orElseThrow()).contains("exponent");
    }
  }

  @Test
  void numbersOfRowsInAnArrayToo() {
    byte[] array = ("[" + ENDLESS + "]").getBytes(StandardCharsets.UTF_8);
    SentRows rows =
        SentRows.open(
            SentRows.Format.ARRAY,
            new ByteArrayInputStream(array),
            new InMemoryQuestionBank(List.of()),
            new SentRows.Most(10, 1_000, AnswerLimits.NONE));

    assertThatThrownBy(rows::next)
        .isInstanceOfSatisfying(
            BrokenBodyException.class,
            e -> assertThat(e.reason()).isEqualTo(BrokenBodyException.Reason.MALFORMED_JSON));
  }

  private static MalformedJsonException refusal(String text) {
    return catchThrowableOfType(MalformedJsonException.class, () -> Json.read(text));
  }

  private static MalformedJsonException refusalWithinLimits(String text) {
    return catchThrowableOfType(
        MalformedJsonException.class, () -> new JsonReader(64, 100).read(text));
  }
}
