package docimo.embedding;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * A BERT-style model of the ONNX format, run inside the JVM: one input a pass, each pass on one
 * thread. At most as many passes run at once as there are slots; others wait their turn.
 * Thread-safe.
 */
final class OnnxModel implements AutoCloseable {

  private static final String IDS = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String TYPES = "token_type_ids";

  private final String name;
  private final OrtEnvironment environment =
      OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
  private final OrtSession session;
  private final boolean takesTypes;
  private final int slotCount;
  private final Semaphore slots;

  /** Only the holder of a slot reads it, only the holder of all slots writes it. */
  private boolean closed;

  /**
   * Loads a model.
   *
   * @param name names the model in errors
   * @param content the content of its file
   * @param slots how many passes may run at once, at least 1
   * @throws OrtException when this is no such model
   */
  OnnxModel(String name, byte[] content, int slots) throws OrtException {
    this.name = name;
    this.slotCount = slots;
    this.slots = new Semaphore(slots, true);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      this.session = environment.createSession(content, options);
    }
    this.takesTypes = session.getInputNames().contains(TYPES);
  }

  /**
   * Runs the model.
   *
   * @param ids the ids of the word pieces with their marks
   * @param types which of the texts each belongs to; not looked at by a model that does not ask
   * @return its first output, one row for each vector in it; no rows when it holds no floats
   * @throws EncoderException when the model is closed
   * @throws OrtException when it fails
   */
  float[][] run(long[] ids, long[] types) throws OrtException {
    slots.acquireUninterruptibly();
    try {
      if (closed) {
        throw new EncoderException(name + " is closed");
      }
      return pass(ids, types);
    } finally {
      slots.release();
    }
  }

  private float[][] pass(long[] ids, long[] types) throws OrtException {
    long[] shape = {1, ids.length};
    long[] ones = new long[ids.length];
    Arrays.fill(ones, 1);
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      inputs.put(IDS, OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape));
      inputs.put(MASK, OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape));
      if (takesTypes) {
        inputs.put(TYPES, OnnxTensor.createTensor(environment, LongBuffer.wrap(types), shape));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        if (!(result.get(0) instanceof OnnxTensor tensor)
            || tensor.getInfo().type != OnnxJavaType.FLOAT) {
          return new float[0][];
        }
        long[] outputShape = tensor.getInfo().getShape();
        int width = (int) outputShape[outputShape.length - 1];
        FloatBuffer numbers = tensor.getFloatBuffer();
        float[][] rows = new float[numbers.remaining() / width][width];
        for (float[] row : rows) {
          numbers.get(row);
        }
        return rows;
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
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
      throw new EncoderException(name + " cannot be closed: " + e.getMessage(), e);
    } finally {
      slots.release(slotCount);
    }
  }
}
