package docimo.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.question.Question;
import docimo.testing.TestApplication;
import docimo.testing.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The examples of src/docs/bank-format.md are banks without a fault. */
final class BankFormatPageTest {

  @ParameterizedTest
  @EnumSource(BankFiles.Format.class)
  void exampleIsAGoodBank(BankFiles.Format format) throws IOException {
    String page = Files.readString(Path.of("src", "docs", "bank-format.md"));
    String fence = "```" + format.name().toLowerCase(Locale.ROOT) + "\n";
    int start = page.indexOf(fence) + fence.length();
    String example = page.substring(start, page.indexOf("\n```", start) + 1);

    ImportedBank bank = BankFiles.read("example", example, format);

    assertThat(bank.questions()).singleElement().extracting(Question::id).isEqualTo("dropout");
    assertThat(bank.questions().get(0).keyPoints()).hasSizeGreaterThan(1);
    assertThat(BankLint.check(bank, Texts.ANALYZER, () -> TestApplication.shared().grader()))
        .extracting(Finding::code)
        .isSubsetOf("point-not-in-reference");
  }
}
