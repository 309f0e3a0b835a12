package docimo.similarity;

import docimo.embedding.EncodedText;
import docimo.embedding.TextEncoder;
import docimo.text.AnalyzedText;
import docimo.text.Sentence;
import docimo.text.Token;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of a text: one for each of its tokens, in the context of its neighbours, one for each
 * sentence and one for the whole. All have length 1. Safe for use by several threads.
 */
public final class WordVectors {

  private final Map<Token, float[]> words = new IdentityHashMap<>();
  private final List<float[]> sentences = new ArrayList<>();
  private final float @Nullable [] whole;

  private WordVectors(float @Nullable [] whole) {
    this.whole = whole;
  }

  /**
   * Encodes a text as it was tokenised, so that its invisible characters and markup are not seen.
   *
   * @throws docimo.embedding.EncoderException when the encoder fails
   */
  public static WordVectors of(AnalyzedText text, TextEncoder encoder) {
    StringBuilder written = new StringBuilder();
    Map<Token, int[]> places = new IdentityHashMap<>();
    int[] ends = new int[text.sentences().size()];
    int last = 0;
    for (int i = 0; i < ends.length; i++) {
      for (Token token : text.sentences().get(i).tokens()) {
        if (token.start() > last && !written.isEmpty()) {
          written.append(' ');
        }
        int start = written.length();
        written.append(token.text());
        places.put(token, new int[] {start, written.length()});
        last = token.end();
      }
      ends[i] = written.length();
    }
    EncodedText encoded = encoder.encode(written.toString(), ends);
    WordVectors vectors = new WordVectors(encoded.vector());
    for (Sentence sentence : text.sentences()) {
      vectors.add(sentence, encoded, places);
    }
    return vectors;
  }

  private void add(Sentence sentence, EncodedText encoded, Map<Token, int[]> places) {
    int from = Integer.MAX_VALUE;
    int to = 0;
    for (Token token : sentence.tokens()) {
      int[] place = places.get(token);
      from = Math.min(from, place[0]);
      to = Math.max(to, place[1]);
      float[] vector = encoded.vector(place[0], place[1]);
      if (vector != null) {
        words.put(token, vector);
      }
    }
    float[] vector = encoded.vector(from, to);
    if (vector != null) {
      sentences.add(vector);
    }
  }

  /** The vector of one of the text's tokens (the same object); null when the encoder has none. */
  float @Nullable [] of(Token token) {
    return words.get(token);
  }

  /**
   * How alike two texts are: the cosine of their vectors, at least 0; 0 when either has no word.
   */
  public double likeness(WordVectors other) {
    return whole == null || other.whole == null ? 0 : likeness(whole, other.whole);
  }

  /** The likeness of this text to the sentence of another that it is most like, or to all of it. */
  public double likenessToPart(WordVectors other) {
    double best = likeness(other);
    if (whole != null) {
      for (float[] sentence : other.sentences) {
        best = Math.max(best, likeness(whole, sentence));
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
}
