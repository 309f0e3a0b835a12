package docimo.similarity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * How telling a term is: its inverse document frequency over a background collection of English
 * texts, {@code ln((N + 1) / (df + 0.5))}, a smoothed form of Spärck Jones (1972). Rare and unknown
 * terms weigh most. Immutable.
 */
public final class TermWeights {

  private static final String HEADER = "#documents";

  private static final int COMMON = 20;

  private final int documents;
  private final Map<String, Integer> frequencies;

  /**
   * @param documents how many documents were counted, at least 1
   * @param frequencies for each term, in how many of them it occurs
   */
  public TermWeights(int documents, Map<String, Integer> frequencies) {
    if (documents < 1) {
      throw new IllegalArgumentException("term weights need at least one document");
    }
    this.documents = documents;
    this.frequencies = Map.copyOf(frequencies);
  }

  /**
   * Reads a table in UTF-8: a first line {@code #documents<TAB>N}, then {@code term<TAB>df} lines.
   * The stream is read to its end and not closed.
   *
   * @throws IOException when the stream cannot be read or is no such table
   */
  public static TermWeights read(InputStream in) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    String header = lines.readLine();
    if (header == null || !header.startsWith(HEADER + "\t")) {
      throw new IOException("not a table of term frequencies: it must begin with " + HEADER);
    }
    Map<String, Integer> frequencies = new HashMap<>();
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.indexOf('\t');
        frequencies.put(line.substring(0, tab), Integer.valueOf(line.substring(tab + 1)));
      }
      return new TermWeights(Integer.parseInt(header.substring(HEADER.length() + 1)), frequencies);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IOException("not a table of term frequencies: " + e.getMessage(), e);
    }
  }

  /** The weight of a term, above 0. */
  public double of(String term) {
    return Math.log((documents + 1) / (frequencies.getOrDefault(term, 0) + 0.5));
  }

  /** Whether the background collection has the term: then it is no misspelling of another word. */
  public boolean knows(String term) {
    return frequencies.containsKey(term);
  }

  /**
   * Whether the background collection has the term often enough that it must be an English word and
   * not a foreign one that is quoted there.
   */
  public boolean isCommon(String term) {
    return frequencies.getOrDefault(term, 0) >= COMMON;
  }
}
