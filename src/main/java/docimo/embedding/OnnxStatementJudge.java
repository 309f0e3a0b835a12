package docimo.embedding;

import ai.onnxruntime.OrtException;
import java.util.List;

/**
 * A cross-encoder of the ONNX format: a BERT-style model that reads both statements in one pass and
 * gives three numbers, for contradiction, neutral and entailment, before the softmax. Each pair is
 * a pass of its own on one thread. Thread-safe.
 */
public final class OnnxStatementJudge implements StatementJudge, AutoCloseable {

  private static final int LONGEST_SAID = 128;
  private static final int LONGEST_MEANT = 64;
  private static final int MARKS = 3;

  private final String name;
  private final WordPieceTokenizer tokenizer;
  private final OnnxModel model;

  private OnnxStatementJudge(String name, OnnxModel model, WordPieceTokenizer tokenizer)
      throws OrtException {
    this.name = name;
    this.model = model;
    this.tokenizer = tokenizer;
    read("", "");
  }

  /**
   * Loads a model.
   *
   * @param name names the judge in every grade
   * @param model the content of its ONNX file: input ids, attention mask and token types in, three
   *     numbers out
   * @param slots how many passes may run at once, at least 1
   * @throws EncoderException when this is no such model
   */
  public static OnnxStatementJudge load(
      String name, byte[] model, WordPieceTokenizer tokenizer, int slots) {
    OnnxModel loaded = null;
    try {
      loaded = new OnnxModel("judge " + name, model, slots);
      return new OnnxStatementJudge(name, loaded, tokenizer);
    } catch (OrtException | RuntimeException e) {
      if (loaded != null) {
        loaded.close();
      }
      throw new EncoderException(
          "judge " + name + ": not a model that reads two statements: " + e.getMessage(), e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Relation judge(String said, String meant) {
    try {
      return read(said, meant);
    } catch (OrtException e) {
      throw new EncoderException("judge " + name + " failed: " + e.getMessage(), e);
    }
  }

  private Relation read(String said, String meant) throws OrtException {
    List<WordPiece> left = first(tokenizer.tokenize(said), LONGEST_SAID);
    List<WordPiece> right = first(tokenizer.tokenize(meant), LONGEST_MEANT);
    long[] ids = new long[left.size() + right.size() + MARKS];
    long[] types = new long[ids.length];
    int at = 0;
    ids[at++] = tokenizer.begin();
    for (WordPiece piece : left) {
      ids[at++] = piece.id();
    }
    ids[at++] = tokenizer.end();
    for (WordPiece piece : right) {
      types[at] = 1;
      ids[at++] = piece.id();
    }
    types[at] = 1;
    ids[at] = tokenizer.end();
    return relation(model.run(ids, types));
  }

  private static List<WordPiece> first(List<WordPiece> pieces, int count) {
    return pieces.subList(0, Math.min(count, pieces.size()));
  }

  private static Relation relation(float[][] output) throws OrtException {
    if (output.length != 1 || output[0].length != 3) {
      throw new OrtException("its first output is not three numbers");
    }
    float[] logits = output[0];
    double most = Math.max(logits[0], Math.max(logits[1], logits[2]));
    double contradiction = Math.exp(logits[0] - most);
    double neutral = Math.exp(logits[1] - most);
    double entailment = Math.exp(logits[2] - most);
    double sum = contradiction + neutral + entailment;
    return new Relation(contradiction / sum, neutral / sum, entailment / sum);
  }

  /** Frees the memory of the model; passes that run end first, and later ones fail. */
  @Override
  public void close() {
    model.close();
  }
}
