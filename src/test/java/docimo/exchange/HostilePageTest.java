package docimo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that nobody wrote in good faith are refused or read, and quickly. */
final class HostilePageTest {

  private static final Duration GENEROUS = Duration.ofSeconds(20);

  @ParameterizedTest
  @EnumSource(BankFiles.Format.class)
  void randomTextIsReadOrRefused(BankFiles.Format format) {
    RandomText random = new RandomText(7);
    for (int time = 0; time < 2_000; time++) {
      readOrRefuse(random.text(40), format);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "_",
        "`",
        "[",
        "![",
        "<",
        "<a ",
        "<a href=\"",
        "&amp;",
        "\\",
        "> ",
        "- ",
        "1. ",
        "  - ",
        "\t",
        "|",
        "#",
        "<!--",
        "<details>",
        "<ul><li>",
        "<table><tr><td>",
        "**a** ",
        "**a**\n",
        "word ",
        "word\n",
        "Q: a\nA: b\n",
        "## What?\n\nIt is so.\n\n",
        "- What?\n",
        "| a | b |\n",
        "?",
        "? ",
        "1. What?\n\n   - a\n",
        "```\n",
        "~",
        "<b>",
        "$a*b$ ",
        "[a](b) ",
        "<p>a</p>\n",
        "a<br>",
        "===\n",
        "(",
        "What is x? - ",
        "1.1.1",
        "(weight ",
        "<x y='",
        "A\n: ",
        "``` ` "
      })
  void megabyteOfOneThingTakesNoLongTime(String piece) {
    String text = "## What is it?\n\n" + piece.repeat(1_000_000 / piece.length());

    assertTimeoutPreemptively(GENEROUS, () -> readOrRefuse(text, BankFiles.Format.MARKDOWN));
  }

  @ParameterizedTest
  @MethodSource("hugeLines")
  void hugeLineIsRefusedByItsSize(String line) {
    assertTimeoutPreemptively(
        GENEROUS,
        () ->
            assertThatThrownBy(
                    () ->
                        BankFiles.read(
                            "huge", "## What is it?\n\n" + line, BankFiles.Format.MARKDOWN))
                .isInstanceOf(BankFormatException.class)
                .hasMessageContaining("must have 50000 characters at most"));
  }

  static List<String> hugeLines() {
    return List.of("word ".repeat(200_000), "x".repeat(1_000_000), "It is. ".repeat(150_000));
  }

  @ParameterizedTest
  @MethodSource("manyQuestions")
  void manyQuestionsAreRead(int count) {
    StringBuilder page = new StringBuilder("# Page\n\n");
    IntStream.range(0, count)
        .forEach(
            n ->
                page.append("## ")
                    .append(n)
                    .append(". What is it?\n\n- a `b`\n- c **d**\n\nSo *it* is.\n\n"));

    ImportedBank bank =
        assertTimeoutPreemptively(
            GENEROUS, () -> BankFiles.read("many", page.toString(), BankFiles.Format.MARKDOWN));

    assertThat(bank.questions()).hasSize(count);
    assertThat(bank.questions().get(count - 1).id()).isEqualTo("what-is-it-" + count);
  }

  static IntStream manyQuestions() {
    return IntStream.of(1_000, 10_000);
  }

  private static void readOrRefuse(String text, BankFiles.Format format) {
    try {
      BankFiles.read("page", text, format);
    } catch (BankFormatException refused) {
      assertThat(refused.remedy()).isNotBlank();
    }
  }
}
