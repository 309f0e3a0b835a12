package docimo.embedding;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text as vectors: one for each word piece, in the context of its neighbours, and from these one
 * for each stretch of the text. All vectors given out have length 1. Immutable.
 */
public final class EncodedText {

  private final int[] starts;
  private final int[] ends;
  private final float[][] vectors;

  /**
   * @param starts where each word piece begins in the text, never falling
   * @param ends where each ends, exclusive, never falling
   * @param vectors the vector of each, as the model gives it; not copied
   */
  public EncodedText(int[] starts, int[] ends, float[][] vectors) {
    this.starts = starts;
    this.ends = ends;
    this.vectors = vectors;
  }

  /** How many word pieces the text has; the marks that the model adds do not count. */
  public int pieces() {
    return vectors.length;
  }

  /** The vector of the whole text: the mean of its pieces; null when it has none. */
  public float @Nullable [] vector() {
    return mean(0, vectors.length);
  }

  /**
   * The vector of a stretch of the text: the mean of the word pieces that overlap it.
   *
   * @param start where the stretch begins, in UTF-16 code units
   * @param end where it ends, exclusive
   * @return null when no word piece overlaps it, as none does an empty stretch
   */
  public float @Nullable [] vector(int start, int end) {
    if (start >= end) {
      return null;
    }
    int from = Arrays.binarySearch(ends, start + 1);
    from = from < 0 ? -from - 1 : first(ends, from);
    int to = from;
    while (to < starts.length && starts[to] < end) {
      to++;
    }
    return mean(from, to);
  }

  /** Several pieces of one character share an end: the first of them. */
  private static int first(int[] values, int at) {
    int first = at;
    while (first > 0 && values[first - 1] == values[at]) {
      first--;
    }
    return first;
  }

  private float @Nullable [] mean(int from, int to) {
    if (from >= to) {
      return null;
    }
    float[] sum = new float[vectors[from].length];
    for (int i = from; i < to; i++) {
      float[] vector = vectors[i];
      for (int d = 0; d < sum.length; d++) {
        sum[d] += vector[d];
      }
    }
    return normalized(sum);
  }

  private static float @Nullable [] normalized(float[] vector) {
    double squares = 0;
    for (float x : vector) {
      squares += (double) x * x;
    }
    if (squares == 0) {
      return null;
    }
    double length = Math.sqrt(squares);
    for (int d = 0; d < vector.length; d++) {
      vector[d] = (float) (vector[d] / length);
    }
    return vector;
  }
}
