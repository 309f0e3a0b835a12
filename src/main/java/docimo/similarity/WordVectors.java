package docimo.similarity;

import docimo.embedding.EncodedText;
import docimo.embedding.TextEncoder;
import docimo.text.AnalyzedText;
import docimo.text.Sentence;
import docimo.text.Token;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of a text: one for each of its tokens, in the context of its neighbours, one for each
 * sentence and one for the whole. All have length 1. Safe for use by several threads.
 */
public final class WordVectors {

  private final IdentityHashMap<Token, float[]> words = new IdentityHashMap<>();
  private final List<Token> content;
  private final float[][] contentVectors;
  private final List<float[]> sentences = new ArrayList<>();

  /** The vector of each sentence, null where the encoder has none. */
  private final List<float @Nullable []> bySentence = new ArrayList<>();

  private final float @Nullable [] whole;

  private WordVectors(List<Sentence> text, TextEncoder encoder) {
    float[] sum = new float[encoder.dimensions()];
    for (Sentence sentence : text) {
      EncodedText encoded = add(sentence, encoder);
      float[] vector = encoded.vector();
      bySentence.add(vector);
      if (vector != null) {
        sentences.add(vector);
        for (int d = 0; d < sum.length; d++) {
          sum[d] += vector[d] * encoded.pieces();
        }
      }
    }
    this.whole = sentences.isEmpty() ? null : unit(sum);
    this.content =
        text.stream().flatMap(s -> s.tokens().stream()).filter(Token::isContent).toList();
    this.contentVectors =
        content.stream()
            .map(token -> words.getOrDefault(token, new float[sum.length]))
            .toArray(float[][]::new);
  }

  /**
   * Encodes a text as it was tokenised, so that its invisible characters and markup are not seen.
   * Each sentence is encoded by itself: what is said beside it does not change what it means, and
   * one more sentence never takes anything from the others.
   *
   * @throws docimo.embedding.EncoderException when the encoder fails
   */
  public static WordVectors of(AnalyzedText text, TextEncoder encoder) {
    return new WordVectors(text.sentences(), encoder);
  }

  private EncodedText add(Sentence sentence, TextEncoder encoder) {
    StringBuilder written = new StringBuilder();
    int[] starts = new int[sentence.tokens().size()];
    int last = sentence.start();
    for (int i = 0; i < starts.length; i++) {
      Token token = sentence.tokens().get(i);
      if (token.start() > last && !written.isEmpty()) {
        written.append(' ');
      }
      starts[i] = written.length();
      written.append(token.text());
      last = token.end();
    }
    EncodedText encoded = encoder.encode(written.toString());
    for (int i = 0; i < starts.length; i++) {
      Token token = sentence.tokens().get(i);
      float[] vector = encoded.vector(starts[i], starts[i] + token.text().length());
      if (vector != null) {
        words.put(token, vector);
      }
    }
    return encoded;
  }

  private WordVectors(float @Nullable [] whole) {
    this.whole = whole;
    this.content = List.of();
    this.contentVectors = new float[0][];
  }

  /** The same text as a whole, without what is kept of its words and sentences. */
  public WordVectors wholeOnly() {
    return new WordVectors(whole);
  }

  /** The vector of one of the text's tokens (the same object); null when the encoder has none. */
  float @Nullable [] of(Token token) {
    return words.get(token);
  }

  /** The tokens of the text that carry content, in order. */
  List<Token> content() {
    return content;
  }

  /** The inner product of a vector with that of each content word; 0 with a word that has none. */
  float[] products(float[] vector) {
    float[] products = new float[contentVectors.length];
    int i = 0;
    for (; i + 1 < products.length; i += 2) {
      dots(vector, contentVectors[i], contentVectors[i + 1], products, i);
    }
    if (i < products.length) {
      products[i] = dot(vector, contentVectors[i]);
    }
    return products;
  }

  /**
   * How alike two texts are: the cosine of their vectors, at least 0; 0 when either has no word.
   */
  public double likeness(WordVectors other) {
    return whole == null || other.whole == null ? 0 : likeness(whole, other.whole);
  }

  /** The likeness of this text to the sentence of another that it is most like, at least 0. */
  public double likenessToSentence(WordVectors other) {
    double best = 0;
    if (whole != null) {
      for (float[] sentence : other.sentences) {
        best = Math.max(best, likeness(whole, sentence));
      }
    }
    return best;
  }

  /**
   * For each sentence of this text in order, how like it is to the sentence of other texts that it
   * is most like; at least 0, and 0 for a sentence without a word that the encoder knows.
   */
  public double[] sentencesLike(List<WordVectors> others) {
    double[] best = new double[bySentence.size()];
    for (int i = 0; i < best.length; i++) {
      float[] vector = bySentence.get(i);
      if (vector != null) {
        for (WordVectors other : others) {
          for (float[] sentence : other.sentences) {
            best[i] = Math.max(best[i], likeness(vector, sentence));
          }
        }
      }
    }
    return best;
  }

  private static double likeness(float[] left, float[] right) {
    return Math.min(1, Math.max(0, dot(left, right)));
  }

  /** The inner product, summed in four strands: always in the same order, and fast. */
  static float dot(float[] left, float[] right) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = 0;
    for (; i + 3 < left.length; i += 4) {
      a += left[i] * right[i];
      b += left[i + 1] * right[i + 1];
      c += left[i + 2] * right[i + 2];
      d += left[i + 3] * right[i + 3];
    }
    for (; i < left.length; i++) {
      a += left[i] * right[i];
    }
    return (a + b) + (c + d);
  }

  /** Two inner products with the same vector at once, each summed as {@link #dot} sums. */
  private static void dots(float[] left, float[] right, float[] next, float[] products, int index) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    float nextA = 0;
    float nextB = 0;
    float nextC = 0;
    float nextD = 0;
    int i = 0;
    for (; i + 3 < left.length; i += 4) {
      a += left[i] * right[i];
      b += left[i + 1] * right[i + 1];
      c += left[i + 2] * right[i + 2];
      d += left[i + 3] * right[i + 3];
      nextA += left[i] * next[i];
      nextB += left[i + 1] * next[i + 1];
      nextC += left[i + 2] * next[i + 2];
      nextD += left[i + 3] * next[i + 3];
    }
    for (; i < left.length; i++) {
      a += left[i] * right[i];
      nextA += left[i] * next[i];
    }
    products[index] = (a + b) + (c + d);
    products[index + 1] = (nextA + nextB) + (nextC + nextD);
  }

  private static float @Nullable [] unit(float[] vector) {
    double length = Math.sqrt(dot(vector, vector));
    if (length == 0) {
      return null;
    }
    for (int d = 0; d < vector.length; d++) {
      vector[d] = (float) (vector[d] / length);
    }
    return vector;
  }
}
