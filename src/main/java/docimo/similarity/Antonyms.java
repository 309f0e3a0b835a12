package docimo.similarity;

import docimo.text.Token;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words that say the opposite of each other, such as "increase" and "decrease". Immutable. */
public final class Antonyms {

  /** Knows none. */
  public static final Antonyms NONE = new Antonyms(Map.of());

  private final Map<String, Set<String>> opposites;

  private Antonyms(Map<String, Set<String>> opposites) {
    this.opposites = Map.copyOf(opposites);
  }

  /**
   * Reads lines of words in UTF-8 and lower case, separated by tabs: a word, then its opposites. A
   * line that begins with {@code #} is a comment. Each pair counts in both directions. The stream
   * is read to its end and not closed.
   *
   * @throws IOException when the stream cannot be read or a line has a word without opposites
   */
  public static Antonyms read(InputStream in) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    Map<String, Set<String>> opposites = new HashMap<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.startsWith("#") && !line.isBlank()) {
        List<String> words = List.of(line.split("\t"));
        if (words.size() < 2) {
          throw new IOException("not a table of antonyms: a word without an opposite");
        }
        for (String opposite : words.subList(1, words.size())) {
          opposites.computeIfAbsent(words.get(0), word -> new HashSet<>()).add(opposite);
          opposites.computeIfAbsent(opposite, word -> new HashSet<>()).add(words.get(0));
        }
      }
    }
    return new Antonyms(opposites);
  }

  /** The opposites of a word, as it stands or in its dictionary form; empty when none is known. */
  public Set<String> of(Token word) {
    Set<String> all = new HashSet<>();
    forms(word).forEach(form -> all.addAll(opposites.getOrDefault(form, Set.of())));
    return all;
  }

  /** Whether a word is one of some opposites. */
  static boolean isOneOf(Set<String> opposites, Token word) {
    return !opposites.isEmpty() && forms(word).stream().anyMatch(opposites::contains);
  }

  /** Under what a word is listed: as it stands, in lower case, and its dictionary form. */
  static Set<String> forms(Token word) {
    String written = word.text().toLowerCase(Locale.ROOT);
    return written.equals(word.lemma()) ? Set.of(written) : Set.of(written, word.lemma());
  }
}
