package docimo.exchange;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds of every bank, whatever its bytes are. */
final class BankFuzzing {

  private BankFuzzing() {}

  /** It is read, or refused with what to do; what was read can be written. */
  static void read(BankFiles.Format format, String text) {
    try {
      ImportedBank bank = BankFiles.read("bank", text, format);
      assertThat(BankFiles.write(bank.questions(), BankFiles.Format.JSON)).isNotNull();
    } catch (BankFormatException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
