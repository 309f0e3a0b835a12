package docimo.embedding;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

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

  private static final String IDS = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String TYPES = "token_type_ids";

  private final String name;
  private final WordPieceTokenizer tokenizer;
  private final OrtEnvironment environment = OnnxLibrary.environment();
  private final OrtSession session;
  private final boolean takesTypes;
  private final int dimensions;
  private final int slotCount;
  private final Semaphore slots;

  /** Only the holder of a slot reads it, only the holder of all slots writes it. */
  private boolean closed;

  private OnnxTextEncoder(String name, byte[] model, WordPieceTokenizer tokenizer, int slots)
      throws OrtException {
    this.name = name;
    this.tokenizer = tokenizer;
    this.slotCount = slots;
    this.slots = new Semaphore(slots, true);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      this.session = environment.createSession(model, options);
    }
    this.takesTypes = session.getInputNames().contains(TYPES);
    try {
      this.dimensions = pass(new long[] {tokenizer.begin(), tokenizer.end()})[0].length;
    } catch (OrtException | RuntimeException e) {
      session.close();
      throw e;
    }
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
    try {
      return new OnnxTextEncoder(name, model, tokenizer, slots);
    } catch (OrtException | RuntimeException e) {
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
    slots.acquireUninterruptibly();
    try {
      if (closed) {
        throw new EncoderException("encoder " + name + " is closed");
      }
      float[][] states = pass(ids);
      System.arraycopy(states, 1, vectors, from, to - from);
    } catch (OrtException e) {
      throw new EncoderException("encoder " + name + " failed: " + e.getMessage(), e);
    } finally {
      slots.release();
    }
  }

  /** The vectors of the last layer, one for each id. */
  private float[][] pass(long[] ids) throws OrtException {
    long[] shape = {1, ids.length};
    long[] ones = new long[ids.length];
    Arrays.fill(ones, 1);
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      inputs.put(IDS, OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape));
      inputs.put(MASK, OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape));
      if (takesTypes) {
        long[] zeros = new long[ids.length];
        inputs.put(TYPES, OnnxTensor.createTensor(environment, LongBuffer.wrap(zeros), shape));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return rows(result.get(0), ids.length);
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static float[][] rows(OnnxValue states, int count) throws OrtException {
    if (!(states instanceof OnnxTensor tensor)
        || tensor.getInfo().type != OnnxJavaType.FLOAT
        || tensor.getInfo().getShape().length != 3
        || tensor.getInfo().getShape()[1] != count) {
      throw new OrtException("its first output is not a vector of floats for each input id");
    }
    FloatBuffer numbers = tensor.getFloatBuffer();
    float[][] rows = new float[count][numbers.remaining() / count];
    for (float[] row : rows) {
      numbers.get(row);
    }
    return rows;
  }

  /** Frees the memory of the model; passes that run end first, and later ones fail. */
  @Override
  public void close() {
    slots.acquireUninterruptibly(slotCount);
    try {
      if (!closed) {
        closed = true;
        session.close();
      }
    } catch (OrtException e) {
      throw new EncoderException("encoder " + name + " cannot be closed: " + e.getMessage(), e);
    } finally {
      slots.release(slotCount);
    }
  }
}
