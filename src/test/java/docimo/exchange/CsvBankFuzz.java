package docimo.exchange;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Any bytes as a bank in CSV. */
final class CsvBankFuzz {

  @FuzzTest(maxDuration = "3m")
  void isReadOrRefused(byte[] file) {
    BankFuzzing.read(BankFiles.Format.CSV, new String(file, StandardCharsets.UTF_8));
  }
}
