package docimo.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The function words of English, negations among them: they carry structure, not content. */
final class StopWords {

  private static final String RESOURCE = "stop-words.txt";

  private final Set<String> words;

  private StopWords(Set<String> words) {
    this.words = words;
  }

  /** Reads the list that lies beside this class. */
  static StopWords load() {
    try (InputStream in = StopWords.class.getResourceAsStream(RESOURCE)) {
      String text =
          new String(Objects.requireNonNull(in, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
      return new StopWords(text.lines().collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  /** Whether a lower-case word is one. */
  boolean contains(String word) {
    return words.contains(word);
  }
}
