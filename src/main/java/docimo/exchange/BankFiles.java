package docimo.exchange;

import docimo.exchange.page.ReferenceText;
import docimo.question.Question;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads question banks, whatever form they have, and writes them. Stateless.
 *
 * <p>Markdown is either a bank in docimo's own format or a page of questions as people publish
 * them; CSV and JSON hold a question to a row or an object. A bank that cannot be read is refused
 * with a {@link BankFormatException} that says where and what to do.
 */
public final class BankFiles {

  private static final long MAX_BYTES = 32L * 1024 * 1024;
  private static final String BROKEN = "the file is not text";

  /** The forms that a bank can have. */
  public enum Format {
    /** Markdown or HTML-laden Markdown, a bank or a published page. */
    MARKDOWN("md|markdown|txt"),
    /** A row for each question, separated by commas, semicolons or tabs. */
    CSV("csv|tsv"),
    /** An array of questions, an object with "questions", or an object a line. */
    JSON("json|jsonl|ndjson");

    private final String extensions;

    Format(String extensions) {
      this.extensions = extensions;
    }

    /** The format that a file's name speaks of; empty when it says nothing. */
    public static Optional<Format> ofName(String fileName) {
      String name = fileName.toLowerCase(Locale.ROOT);
      String extension = name.substring(name.lastIndexOf('.') + 1);
      return Stream.of(values()).filter(f -> extension.matches(f.extensions)).findFirst();
    }

    /** The format that a text looks like. */
    static Format ofContent(String text) {
      String start = text.stripLeading();
      if (start.startsWith("{")
          || (start.startsWith("[")
              && !start.startsWith("[!")
              && start.indexOf('{') > 0
              && start.indexOf('{') < 20)) {
        return JSON;
      }
      return CsvBank.looksLikeHeader(start.lines().findFirst().orElse("")) ? CSV : MARKDOWN;
    }
  }

  private BankFiles() {}

  /**
   * Reads a bank.
   *
   * @param path a file, or a folder of which all files with an extension of a bank are read as one
   *     bank, in the order of their names
   * @throws BankFormatException when there is nothing to read or it cannot be understood
   */
  public static ImportedBank read(Path path) {
    List<Finding> findings = new ArrayList<>();
    List<QuestionDraft> drafts = new ArrayList<>();
    for (Path file : filesOf(path)) {
      String name = String.valueOf(file.getFileName());
      String text = textOf(file, name);
      Format format = Format.ofName(name).orElseGet(() -> Format.ofContent(text));
      drafts.addAll(read(name, text, format, findings));
    }
    return assemble(String.valueOf(path.getFileName()), drafts, findings);
  }

  /**
   * Reads a bank from a text, such as a resource or a request.
   *
   * @param sourceName what to call it in messages
   * @throws BankFormatException when it cannot be understood or holds no question
   */
  public static ImportedBank read(String sourceName, String text, Format format) {
    List<Finding> findings = new ArrayList<>();
    return assemble(sourceName, read(sourceName, text, format, findings), findings);
  }

  /**
   * Writes a bank that {@link #read} reads back as the same questions.
   *
   * @param questions with ids of their own
   */
  public static String write(List<Question> questions, Format format) {
    return switch (format) {
      case MARKDOWN -> MarkdownBankWriter.write(questions);
      case CSV -> CsvBank.write(questions);
      case JSON -> JsonBankWriter.write(questions);
    };
  }

  private static List<QuestionDraft> read(
      String name, String text, Format format, List<Finding> findings) {
    if (text.isBlank()) {
      throw new BankFormatException(name, 0, "the file is empty", "write a question into it");
    }
    if (text.indexOf('\0') >= 0) {
      throw new BankFormatException(name, 0, BROKEN, "save it as UTF-8 text");
    }
    return switch (format) {
      case MARKDOWN -> MarkdownBank.read(name, text, findings);
      case CSV -> CsvBank.read(name, ReferenceText.clean(text));
      case JSON -> JsonBank.read(name, ReferenceText.clean(text));
    };
  }

  private static ImportedBank assemble(
      String name, List<QuestionDraft> drafts, List<Finding> findings) {
    if (drafts.isEmpty()) {
      throw new BankFormatException(
          name,
          findings.isEmpty() ? 0 : findings.get(0).line(),
          findings.isEmpty()
              ? "no question was found"
              : "no question was found, and here begins something that never ends",
          "write each question as a heading such as '## What is dropout?' with its answer below");
    }
    return QuestionDraft.assemble(drafts, findings);
  }

  private static List<Path> filesOf(Path path) {
    String name = String.valueOf(path.getFileName());
    if (!Files.exists(path)) {
      throw new BankFormatException(
          name, 0, "there is no such file", "check the path '" + path + "'");
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.list(path)) {
      List<Path> banks =
          files
              .filter(
                  file -> Files.isRegularFile(file) && Format.ofName(file.toString()).isPresent())
              .sorted()
              .toList();
      if (banks.isEmpty()) {
        throw new BankFormatException(
            name, 0, "the folder holds no question bank", "put .md, .csv or .json files into it");
      }
      return banks;
    } catch (IOException e) {
      throw new BankFormatException(name, 0, "the folder cannot be read", "check its permissions");
    }
  }

  private static String textOf(Path file, String name) {
    try {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        throw new BankFormatException(
            name,
            0,
            "the file has " + size + " bytes, more than the " + MAX_BYTES + " a bank may have",
            "split it into several files in a folder");
      }
      return decode(Files.readAllBytes(file), name);
    } catch (CharacterCodingException e) {
      throw new BankFormatException(name, 0, BROKEN, "save it as UTF-8 text");
    } catch (IOException e) {
      throw new BankFormatException(
          name, 0, "the file cannot be read", "check that it is a file and may be read");
    }
  }

  private static String decode(byte[] bytes, String name) throws CharacterCodingException {
    Charset charset = charsetOf(bytes);
    String text =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes))
            .toString();
    if (text.indexOf('\0') >= 0) {
      throw new BankFormatException(name, 0, BROKEN, "save it as UTF-8 text");
    }
    return text;
  }

  /** UTF-16 says so in its first two bytes; all else is UTF-8. */
  private static Charset charsetOf(byte[] bytes) {
    int first = bytes.length > 1 ? ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF) : 0;
    return first == 0xFEFF || first == 0xFFFE ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }
}
