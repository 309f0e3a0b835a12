package docimo.benchmark;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import docimo.app.Models;
import docimo.embedding.OnnxTextEncoder;
import docimo.embedding.WordPieceTokenizer;
import docimo.grading.Answer;
import docimo.grading.Grade;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Threads;

/**
 * One mark beside what it is made of and beside what it competes with, on the same words: one bare
 * pass of the encoder, and the embedding of answer and reference by LangChain4j with their cosine.
 * Only ratios of one run say something.
 */
public class EncoderBenchmarks extends MarkBenchmark {

  private final String reference = question.references().get(0);
  private final AllMiniLmL6V2QuantizedEmbeddingModel langchain =
      new AllMiniLmL6V2QuantizedEmbeddingModel();
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  /** The word pieces of the answer and the marks of begin and end. */
  private final int pieces;

  /** Opens a session as docimo does: one thread. */
  public EncoderBenchmarks() {
    Models models = new Models();
    try (InputStream model = models.open("encoder");
        InputStream tokenizer = models.open("encoder-tokenizer");
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      byte[] content = model.readAllBytes();
      session = environment.createSession(content, options);
      try (OnnxTextEncoder encoder =
          OnnxTextEncoder.load("bare", content, WordPieceTokenizer.read(tokenizer), 1)) {
        pieces = encoder.encode(ANSWER).pieces() + 2;
      }
    } catch (IOException | OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One pass of the model over as many word pieces, and nothing else. */
  @Benchmark
  public float barePass() throws OrtException {
    long[][] ids = new long[1][pieces];
    long[][] ones = new long[1][pieces];
    long[][] types = new long[1][pieces];
    for (int i = 0; i < pieces; i++) {
      ids[0][i] = 2000L + i; // which ones makes no difference
    }
    Arrays.fill(ones[0], 1);
    try (OnnxTensor inputs = OnnxTensor.createTensor(environment, ids);
        OnnxTensor mask = OnnxTensor.createTensor(environment, ones);
        OnnxTensor kinds = OnnxTensor.createTensor(environment, types);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", inputs, "attention_mask", mask, "token_type_ids", kinds))) {
      return ((OnnxTensor) result.get(0)).getFloatBuffer().get(0);
    }
  }

  /** One mark against a question that is ready. */
  @Benchmark
  public Grade mark() {
    return grader.grade(question, Answer.of(ANSWER));
  }

  /** The same by as many threads as there are cores. */
  @Benchmark
  @Threads(Threads.MAX)
  public Grade markOnAllCores() {
    return grader.grade(question, Answer.of(ANSWER));
  }

  /** Answer and reference embedded by LangChain4j, and their cosine. */
  @Benchmark
  public double langchain() {
    return CosineSimilarity.between(
        langchain.embed(ANSWER).content(), langchain.embed(reference).content());
  }

  /** The same by as many threads as there are cores. */
  @Benchmark
  @Threads(Threads.MAX)
  public double langchainOnAllCores() {
    return langchain();
  }
}
