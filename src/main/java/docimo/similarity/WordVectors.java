package docimo.similarity;

import docimo.embedding.EncodedText;
import docimo.embedding.TextEncoder;
import docimo.text.AnalyzedText;
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

  /** Where a token stands in the text that is encoded. */
  private record Place(Token token, int start, int end) {}

  private final IdentityHashMap<Token, float[]> words = new IdentityHashMap<>();
  private final List<float[]> sentences = new ArrayList<>();
  private final float @Nullable [] whole;

  private WordVectors(EncodedText text, List<Place> places, int[] ends) {
    this.whole = text.vector();
    for (Place place : places) {
      float[] vector = text.vector(place.start(), place.end());
      if (vector != null) {
        words.put(place.token(), vector);
      }
    }
    int start = 0;
    for (int end : ends) {
      float[] vector = text.vector(start, end);
      if (vector != null) {
        sentences.add(vector);
      }
      start = end;
    }
  }

  /**
   * Encodes a text as it was tokenised, so that its invisible characters and markup are not seen.
   *
   * @throws docimo.embedding.EncoderException when the encoder fails
   */
  public static WordVectors of(AnalyzedText text, TextEncoder encoder) {
    StringBuilder written = new StringBuilder();
    List<Place> places = new ArrayList<>();
    int[] ends = new int[text.sentences().size()];
    int last = 0;
    for (int i = 0; i < ends.length; i++) {
      int sentenceStart = -1;
      for (Token token : text.sentences().get(i).tokens()) {
        if (token.start() > last && !written.isEmpty()) {
          written.append(' ');
        }
        int start = written.length();
        sentenceStart = sentenceStart < 0 ? start : sentenceStart;
        written.append(token.text());
        places.add(new Place(token, start, written.length()));
        last = token.end();
      }
      ends[i] = written.length();
    }
    return new WordVectors(encoder.encode(written.toString(), ends), places, ends);
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
