package docimo.app;

import docimo.exchange.BankFiles;
import docimo.exchange.ImportedBank;
import docimo.question.Question;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bank that comes with docimo, and those of users. */
public final class Banks {

  private static final String FOLDER = "/bank/";
  private static final String CONTENTS = FOLDER + "contents.txt";

  private Banks() {}

  /**
   * A bank.
   *
   * @param file a bank file or a folder of them; null for the bank that comes with docimo
   * @throws docimo.exchange.BankFormatException when it cannot be read
   */
  public static ImportedBank read(@Nullable Path file) {
    return file == null ? bundled() : BankFiles.read(file);
  }

  /** The bank that comes with docimo. */
  public static ImportedBank bundled() {
    List<Question> questions = new ArrayList<>();
    for (String name : resource(CONTENTS).lines().toList()) {
      questions.addAll(
          BankFiles.read(name, resource(FOLDER + name), BankFiles.Format.MARKDOWN).questions());
    }
    return new ImportedBank(questions, List.of());
  }

  private static String resource(String name) {
    try (InputStream in = Banks.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new ModelException(
            "bank", "the resource " + name + " is missing", "build docimo again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
