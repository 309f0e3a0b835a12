package docimo.testing;

import docimo.app.Application;
import docimo.app.Models;
import docimo.similarity.Antonyms;
import docimo.similarity.TermWeights;
import docimo.text.AnalyzedText;
import docimo.text.TextAnalyzer;
import docimo.text.Token;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Texts read by the analyzer as it ships, loaded once. */
public final class Texts {

  public static final TextAnalyzer ANALYZER = Application.textAnalyzer(new Models());

  private Texts() {}

  /** The text taken apart. */
  public static AnalyzedText analyze(String text) {
    return ANALYZER.analyze(text);
  }

  /** The only token of the text that reads so. */
  public static Token token(String text, String word) {
    List<Token> found = analyze(text).tokens().filter(t -> t.text().equals(word)).toList();
    if (found.size() != 1) {
      throw new AssertionError("'" + word + "' is " + found.size() + " times in: " + text);
    }
    return found.get(0);
  }

  /** The weights of terms as they ship. */
  public static TermWeights shippedWeights() {
    try (InputStream in = new Models().open("background-frequencies")) {
      return TermWeights.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The antonyms as they ship. */
  public static Antonyms shippedAntonyms() {
    try (InputStream in = new Models().open("antonyms")) {
      return Antonyms.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a test resource that are neither blank nor a {@code #} comment. */
  public static List<String> lines(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
