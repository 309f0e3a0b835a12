package docimo.testing;

import docimo.embedding.EncodedText;
import docimo.embedding.TextEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An encoder without a model: each word is a piece whose vector hangs on its letters alone, in
 * whatever case. Texts are alike as far as they share words. Fast, and the same on every machine.
 */
public final class WordHashEncoder implements TextEncoder {

  private static final int DIMENSIONS = 64;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  @Override
  public String name() {
    return "word-hash";
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public EncodedText encode(String text, int... breaks) {
    List<Integer> starts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    List<float[]> vectors = new ArrayList<>();
    for (Matcher word = WORD.matcher(text); word.find(); ) {
      starts.add(word.start());
      ends.add(word.end());
      vectors.add(vector(word.group()));
    }
    return new EncodedText(
        starts.stream().mapToInt(Integer::intValue).toArray(),
        ends.stream().mapToInt(Integer::intValue).toArray(),
        vectors.toArray(float[][]::new));
  }

  private static float[] vector(String word) {
    Random random = new Random(word.toLowerCase(Locale.ROOT).hashCode());
    float[] vector = new float[DIMENSIONS];
    for (int d = 0; d < DIMENSIONS; d++) {
      vector[d] = (float) random.nextGaussian();
    }
    return vector;
  }
}
