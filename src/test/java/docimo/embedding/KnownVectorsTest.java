package docimo.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the graph by hand: ids written down from the vocabulary, states read as nested arrays, mean
 * and length by plain loops. Shares nothing with the encoder but the file of the model.
 */
class KnownVectorsTest {

  private static final double TOLERANCE = 1e-5;

  private static OrtEnvironment environment;
  private static OrtSession session;

  @BeforeAll
  static void load() throws OrtException {
    environment = OrtEnvironment.getEnvironment();
    session = environment.createSession(MiniLm.model(), new OrtSession.SessionOptions());
  }

  @AfterAll
  static void close() throws OrtException {
    session.close();
  }

  static Stream<Arguments> sentences() {
    return Stream.of(
        Arguments.of("hello world", new long[] {101, 7592, 2088, 102}),
        Arguments.of(
            "The cat sat on the mat.",
            new long[] {101, 1996, 4937, 2938, 2006, 1996, 13523, 1012, 102}),
        Arguments.of(
            "Naïve tokenization, isn't it?",
            new long[] {101, 15743, 19204, 3989, 1010, 3475, 1005, 1056, 2009, 1029, 102}));
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void theWholeIsTheMeanOfItsPieces(String text, long[] ids) throws OrtException {
    float[][] states = states(ids);
    EncodedText encoded = MiniLm.encoder().encode(text);
    assertThat(encoded.pieces()).isEqualTo(ids.length - 2);
    assertThat(encoded.vector()).containsExactly(mean(states, 1, ids.length - 1), tolerance());
  }

  @Test
  void aStretchIsTheMeanOfThePiecesThatItTouches() throws OrtException {
    float[][] states =
        states(new long[] {101, 15743, 19204, 3989, 1010, 3475, 1005, 1056, 2009, 1029, 102});
    EncodedText encoded = MiniLm.encoder().encode("Naïve tokenization, isn't it?");
    // tokenization
    assertThat(encoded.vector(6, 18)).containsExactly(mean(states, 2, 4), tolerance());
    // isn't
    assertThat(encoded.vector(20, 25)).containsExactly(mean(states, 5, 8), tolerance());
    // the question mark
    assertThat(encoded.vector(28, 29)).containsExactly(mean(states, 9, 10), tolerance());
  }

  private static Offset<Float> tolerance() {
    return within((float) TOLERANCE);
  }

  private static float[][] states(long[] ids) throws OrtException {
    long[] mask = new long[ids.length];
    for (int i = 0; i < ids.length; i++) {
      mask[i] = 1;
    }
    try (OnnxTensor input = OnnxTensor.createTensor(environment, new long[][] {ids});
        OnnxTensor ones = OnnxTensor.createTensor(environment, new long[][] {mask});
        OnnxTensor types =
            OnnxTensor.createTensor(environment, new long[][] {new long[ids.length]});
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", input, "attention_mask", ones, "token_type_ids", types))) {
      return ((float[][][]) Objects.requireNonNull(result.get(0).getValue()))[0];
    }
  }

  private static float[] mean(float[][] states, int from, int to) {
    double[] sums = new double[states[0].length];
    for (int i = from; i < to; i++) {
      for (int d = 0; d < sums.length; d++) {
        sums[d] += states[i][d];
      }
    }
    double squares = 0;
    for (double sum : sums) {
      squares += sum * sum;
    }
    float[] mean = new float[sums.length];
    for (int d = 0; d < sums.length; d++) {
      mean[d] = (float) (sums[d] / Math.sqrt(squares));
    }
    return mean;
  }
}
