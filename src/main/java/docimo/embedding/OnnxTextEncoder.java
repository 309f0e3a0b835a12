package docimo.embedding;

import ai.onnxruntime.OrtException;
import java.util.List;

/**
 * Runs a BERT-style model of the ONNX format inside the JVM.
 *
 * <p>Each window of a text is a pass of its own on one thread: the int8 model scales its numbers by
 * the largest of a pass, so a text that shared a pass with others would get other vectors in other
 * company. At most as many passes run at once as there are slots; others wait their turn.
 * Thread-safe.
 */
public final class OnnxTextEncoder implements TextEncoder, AutoCloseable {

  /** The longest window in word pieces, with the two marks of begin and end. */
  private static final int LONGEST_WINDOW = 256;

  private final String name;
  private final WordPieceTokenizer tokenizer;
  private final OnnxModel model;
  private final int dimensions;

  private OnnxTextEncoder(String name, OnnxModel model, WordPieceTokenizer tokenizer)
      throws OrtException {
    this.name = name;
    this.tokenizer = tokenizer;
    this.model = model;
    this.dimensions = pass(new long[] {tokenizer.begin(), tokenizer.end()})[0].length;
  }

  /**
   * Loads a model.
   *
   * @param name names the model in every grade
   * @param model the content of its ONNX file: input ids, attention mask and perhaps token types
   *     in, the vectors of the last hidden layer out first
   * @param slots how many passes may run at once, at least 1
   * @throws EncoderException when this is no such model
   */
  public static OnnxTextEncoder load(
      String name, byte[] model, WordPieceTokenizer tokenizer, int slots) {
    OnnxModel loaded = null;
    try {
      loaded = new OnnxModel("encoder " + name, model, slots);
      return new OnnxTextEncoder(name, loaded, tokenizer);
    } catch (OrtException | RuntimeException e) {
      if (loaded != null) {
        loaded.close();
      }
      throw new EncoderException(
          "encoder " + name + ": not a BERT-style ONNX model: " + e.getMessage(), e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int dimensions() {
    return dimensions;
  }

  @Override
  public EncodedText encode(String text, int... breaks) {
    List<WordPiece> pieces = tokenizer.tokenize(text);
    float[][] vectors = new float[pieces.size()][];
    int[] cuts = Windows.cut(pieces, breaks, LONGEST_WINDOW - 2);
    for (int w = 0; w + 1 < cuts.length; w++) {
      if (cuts[w] < cuts[w + 1]) {
        encode(pieces, cuts[w], cuts[w + 1], vectors);
      }
    }
    return new EncodedText(
        pieces.stream().mapToInt(WordPiece::start).toArray(),
        pieces.stream().mapToInt(WordPiece::end).toArray(),
        vectors);
  }

  private void encode(List<WordPiece> pieces, int from, int to, float[][] vectors) {
    long[] ids = new long[to - from + 2];
    ids[0] = tokenizer.begin();
    for (int i = from; i < to; i++) {
      ids[i - from + 1] = pieces.get(i).id();
    }
    ids[ids.length - 1] = tokenizer.end();
    try {
      System.arraycopy(pass(ids), 1, vectors, from, to - from);
    } catch (OrtException e) {
      throw new EncoderException("encoder " + name + " failed: " + e.getMessage(), e);
    }
  }

  /** The vectors of the last layer, one for each id. */
  private float[][] pass(long[] ids) throws OrtException {
    float[][] rows = model.run(ids, new long[ids.length]);
    if (rows.length != ids.length) {
      throw new OrtException("its first output is not a vector of floats for each input id");
    }
    return rows;
  }

  /** Frees the memory of the model; passes that run end first, and later ones fail. */
  @Override
  public void close() {
    model.close();
  }
}
