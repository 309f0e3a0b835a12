package docimo.exchange;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Any bytes as a bank or a published page in Markdown. */
final class MarkdownBankFuzz {

  @FuzzTest(maxDuration = "3m")
  void isReadOrRefused(byte[] file) {
    BankFuzzing.read(BankFiles.Format.MARKDOWN, new String(file, StandardCharsets.UTF_8));
  }
}
