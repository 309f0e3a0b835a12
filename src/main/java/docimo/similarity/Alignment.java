package docimo.similarity;

import docimo.text.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How like each keyword of a reference is to each content word of an answer, by the cosine of their
 * vectors. A pair under opposite polarity ("does not reduce" against "reduces") counts little.
 * Coverage by the best match of each keyword follows BERTScore recall (Zhang et al. 2020, section
 * 3); coverage that spends each word of the answer once is soft alignment (Sultan et al. 2014).
 * Immutable.
 */
public final class Alignment {

  private static final float OPPOSED = 0.3f;

  /** The bits of a pair that say where it stands. */
  private static final long PLACE = 0xFFFF_FFFFL;

  private final List<Keyword> keywords;
  private final List<Token> words;
  private final float[][] likeness;
  private final float[][] unsigned;
  private final double total;

  private Alignment(
      List<Keyword> keywords, List<Token> words, float[][] likeness, float[][] unsigned) {
    this.keywords = keywords;
    this.words = words;
    this.likeness = likeness;
    this.unsigned = unsigned;
    this.total = keywords.stream().mapToDouble(Keyword::weight).sum();
  }

  /**
   * Compares a reference, or one phrasing of a key point, with an answer.
   *
   * @param keywords its keywords; those without weight take no part
   * @param reference the vectors of the text that the keywords were taken from
   * @param answer the vectors of the answer; its words without content take no part
   * @param antonyms words that say the opposite of each other, which under the same polarity is as
   *     good as a denial
   */
  public static Alignment of(
      Keywords keywords, WordVectors reference, WordVectors answer, Antonyms antonyms) {
    List<Keyword> weighty = keywords.all().stream().filter(k -> k.weight() > 0).toList();
    List<Token> words = answer.content();
    float[][] likeness = new float[weighty.size()][words.size()];
    float[][] unsigned = new float[weighty.size()][words.size()];
    for (int row = 0; row < weighty.size(); row++) {
      for (Token said : weighty.get(row).occurrences()) {
        float[] vector = reference.of(said);
        if (vector != null) {
          Set<String> opposites = antonyms.of(said);
          compare(said, vector, opposites, answer, likeness[row], unsigned[row]);
        }
      }
    }
    return new Alignment(weighty, words, likeness, unsigned);
  }

  private static void compare(
      Token said,
      float[] vector,
      Set<String> opposites,
      WordVectors answer,
      float[] row,
      float[] unsignedRow) {
    List<Token> words = answer.content();
    float[] products = answer.products(vector);
    for (int column = 0; column < products.length; column++) {
      float cosine = Math.min(1, products[column]);
      Token word = words.get(column);
      boolean agrees = said.agreesWith(word) != Antonyms.isOneOf(opposites, word);
      unsignedRow[column] = Math.max(unsignedRow[column], cosine);
      row[column] = Math.max(row[column], agrees ? cosine : cosine * OPPOSED);
    }
  }

  /** The words of the answer that take part, in order. */
  public List<Token> words() {
    return words;
  }

  /**
   * The weighted mean, over the keywords, of the likeness of the best word among those from one
   * index to another; in [0, 1], and never lower for more words.
   */
  public double coverage(int from, int to) {
    return coverage(likeness, from, to);
  }

  /** The same coverage whatever the polarity: how much the words have to do with the reference. */
  public double topic(int from, int to) {
    return coverage(unsigned, from, to);
  }

  /**
   * How much of what is alike is said under the same polarity: 1 when all is, lower where the
   * answer denies what the reference affirms or the reverse.
   */
  public double agreement(int from, int to) {
    double alike = coverage(unsigned, from, to);
    return alike == 0 ? 1 : Math.min(1, coverage(likeness, from, to) / alike);
  }

  private double coverage(float[][] pairs, int from, int to) {
    double sum = 0;
    for (int row = 0; row < pairs.length; row++) {
      float best = 0;
      for (int column = from; column < to; column++) {
        best = Math.max(best, pairs[row][column]);
      }
      sum += keywords.get(row).weight() * best;
    }
    return share(sum);
  }

  /**
   * The same where each word of the answer serves one keyword only: the likest pairs are joined
   * first. In [0, 1].
   */
  public double oneToOne(int from, int to) {
    boolean[] served = new boolean[likeness.length];
    boolean[] spent = new boolean[words.size()];
    double sum = 0;
    for (long pair : likestFirst(from, to)) {
      int row = (int) ((pair & PLACE) / words.size());
      int column = (int) ((pair & PLACE) % words.size());
      if (!served[row] && !spent[column]) {
        served[row] = true;
        spent[column] = true;
        sum += keywords.get(row).weight() * likeness[row][column];
      }
    }
    return share(sum);
  }

  /** The pairs that are alike at all, by falling likeness, then by their place in the texts. */
  private long[] likestFirst(int from, int to) {
    long[] pairs = new long[likeness.length * (to - from)];
    int count = 0;
    for (int row = 0; row < likeness.length; row++) {
      for (int column = from; column < to; column++) {
        float alike = likeness[row][column];
        if (alike > 0) {
          // the bits of a positive float rise with it: one number sorts by likeness and place
          long falling = (long) Integer.MAX_VALUE - Float.floatToIntBits(alike);
          pairs[count++] = (falling << Integer.SIZE) | ((long) row * words.size() + column);
        }
      }
    }
    Arrays.sort(pairs, 0, count);
    return Arrays.copyOf(pairs, count);
  }

  /**
   * The word that is likest to a keyword among those from one index to another.
   *
   * @param least how like it must be, in (0, 1]
   */
  private Optional<Token> likest(int row, int from, int to, double least) {
    int best = -1;
    for (int column = from; column < to; column++) {
      if (likeness[row][column] >= least
          && (best < 0 || likeness[row][column] > likeness[row][best])) {
        best = column;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(words.get(best));
  }

  /**
   * The words that are likest to a keyword each, in the order of the keywords.
   *
   * @param least how like a word must be, in (0, 1]
   */
  public List<Token> evidence(int from, int to, double least) {
    List<Token> evidence = new ArrayList<>();
    for (int row = 0; row < likeness.length; row++) {
      likest(row, from, to, least).ifPresent(evidence::add);
    }
    return evidence;
  }

  private double share(double sum) {
    return total == 0 ? 0 : Math.min(1, sum / total);
  }
}
