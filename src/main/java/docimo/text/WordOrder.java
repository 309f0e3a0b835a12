package docimo.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How far words follow each other as they do in English. Each word has a class: itself where it is
 * a common function word, otherwise its part of speech. The measure is the mean association of
 * neighbouring classes, {@code ln(P(next | this) / P(next))}, as counted in a collection of honest
 * texts: above 0 where neighbours come together more often than by chance, around 0 for words in no
 * order at all and below where they come together that never do ("of is", "the and"). Immutable.
 */
public final class WordOrder {

  /** What stands before the first and after the last word, and for each mark. */
  private static final String BREAK = "#";

  /** How many times a class is taken to have been seen before what chance expects: smooths. */
  private static final double SMOOTHING = 3;

  private static final String RESOURCE = "word-order.tsv";

  private static final Set<String> BY_THEMSELVES =
      Set.of(
          ("the a an of to in is are was be it that and or for with as on by from at not its this"
                  + " which when so if because they you i we can will has have do does than")
              .split(" "));

  /**
   * How words of a text follow each other.
   *
   * @param association the mean over neighbours; 0 where there are none
   * @param pairs how many neighbours there are
   */
  public record Measure(double association, int pairs) {}

  private record Pair(String left, String right) {}

  private final Map<Pair, Integer> together = new HashMap<>();
  private final Map<String, Integer> left = new HashMap<>();
  private final Map<String, Integer> right = new HashMap<>();
  private int total;

  private WordOrder() {}

  /** Reads the table that lies beside this class. */
  public static WordOrder load() {
    WordOrder order = new WordOrder();
    try (InputStream in = WordOrder.class.getResourceAsStream(RESOURCE);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(in, RESOURCE), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split("\t");
        order.count(new Pair(cells[0], cells[1]), Integer.parseInt(cells[2]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
    return order;
  }

  private void count(Pair pair, int times) {
    together.merge(pair, times, Integer::sum);
    left.merge(pair.left(), times, Integer::sum);
    right.merge(pair.right(), times, Integer::sum);
    total += times;
  }

  /** Measures sentences, each by itself. */
  public Measure of(List<Sentence> sentences) {
    double sum = 0;
    int pairs = 0;
    for (Sentence sentence : sentences) {
      String before = BREAK;
      for (Token token : sentence.tokens()) {
        String wordClass = classOf(token);
        if (!(before.equals(BREAK) && wordClass.equals(BREAK))) {
          sum += association(before, wordClass);
          pairs++;
        }
        before = wordClass;
      }
      if (!before.equals(BREAK)) {
        sum += association(before, BREAK);
        pairs++;
      }
    }
    return new Measure(pairs == 0 ? 0 : sum / pairs, pairs);
  }

  private double association(String first, String next) {
    double chance = (right.getOrDefault(next, 0) + 0.5) / total;
    double seen = together.getOrDefault(new Pair(first, next), 0) + SMOOTHING * chance;
    return Math.log(seen / (left.getOrDefault(first, 0) + SMOOTHING) / chance);
  }

  /** The class by which a word is counted. */
  public static String classOf(Token token) {
    String word = token.text().toLowerCase(Locale.ROOT);
    if (token.kind() == Token.Kind.PUNCTUATION) {
      return BREAK;
    }
    if (BY_THEMSELVES.contains(word)) {
      return word;
    }
    if (token.kind() != Token.Kind.WORD) {
      return "NOUN";
    }
    return switch (token.tag()) {
      case "VERB" -> "VERB" + ending(word, token.lemma());
      case "NOUN", "PROPN", "NUM", "SYM", "X" -> "NOUN";
      default -> token.tag();
    };
  }

  private static String ending(String verb, String lemma) {
    if (verb.endsWith("ing")) {
      return "-ing";
    }
    if (verb.endsWith("ed")) {
      return "-ed";
    }
    return verb.endsWith("s") && !verb.equals(lemma) ? "-s" : "";
  }
}
