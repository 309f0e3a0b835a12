package docimo.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class OnnxTextEncoderTest extends TextEncoderContract {

  @Override
  TextEncoder encoder() {
    return MiniLm.encoder();
  }

  @Override
  int pieces(String text) {
    return MiniLm.tokenizer().tokenize(text).size();
  }

  @Test
  void knowsItsModel() {
    assertThat(encoder().name()).isEqualTo("all-minilm-l6-v2-q");
    assertThat(encoder().dimensions()).isEqualTo(384);
  }

  @Test
  void aParaphraseIsCloserThanAnotherMatter() {
    String text = "Plants use sunlight to make their own food.";
    double paraphrase = cosine(text, "Vegetation produces nourishment with the energy of the sun.");
    double sameField = cosine(text, "Animals have to eat other living things.");
    double unrelated = cosine(text, "A database index speeds up queries.");
    assertThat(paraphrase).isGreaterThan(sameField).isGreaterThan(0.5);
    assertThat(sameField).isGreaterThan(unrelated);
    assertThat(unrelated).isLessThan(0.2);
  }

  @Test
  void aLongTextIsTheMeanOfItsWindows() {
    String first = "osmosis moves water. ".repeat(50);
    String second = "indexes speed up queries. ".repeat(40);
    EncodedText whole = encoder().encode(first + second, first.length());
    EncodedText left = encoder().encode(first);
    EncodedText right = encoder().encode(second);
    assertThat(pieces(first + second)).isGreaterThan(254);
    assertThat(whole.vector(0, first.length())).isEqualTo(left.vector());
    assertThat(whole.vector(first.length(), first.length() + second.length()))
        .isEqualTo(right.vector());
  }

  @Test
  void garbageIsNoModel() {
    assertThatThrownBy(
            () -> OnnxTextEncoder.load("broken-7", new byte[] {1, 2, 3}, MiniLm.tokenizer(), 1))
        .isInstanceOf(EncoderException.class)
        .hasMessageStartingWith("encoder broken-7: not a BERT-style ONNX model: ")
        .hasMessageNotContainingAny("\tat ", "Exception", "\n");
  }

  @Test
  void nothingIsNoModel() {
    assertThatThrownBy(() -> OnnxTextEncoder.load("empty-7", new byte[0], MiniLm.tokenizer(), 1))
        .isInstanceOf(EncoderException.class)
        .hasMessageStartingWith("encoder empty-7: not a BERT-style ONNX model: ");
  }

  @Test
  void halfAModelIsNoModel() {
    byte[] half = Arrays.copyOf(MiniLm.model(), 10_000_000);
    assertThatThrownBy(() -> OnnxTextEncoder.load("half-7", half, MiniLm.tokenizer(), 1))
        .isInstanceOf(EncoderException.class)
        .hasMessageStartingWith("encoder half-7: not a BERT-style ONNX model: ");
  }

  @Test
  void aModelThatGivesNoVectorForEachIdIsRefused() {
    for (byte[] model : List.of(TinyGraph.idsAsTheyAre(), TinyGraph.oneFloatForEachId())) {
      assertThatThrownBy(() -> OnnxTextEncoder.load("other-7", model, MiniLm.tokenizer(), 1))
          .isInstanceOf(EncoderException.class)
          .hasMessage(
              "encoder other-7: not a BERT-style ONNX model:"
                  + " its first output is not a vector of floats for each input id");
    }
  }

  @Test
  void aModelThatTakesNoIdsIsRefused() {
    assertThatThrownBy(
            () -> OnnxTextEncoder.load("other-7", TinyGraph.otherInput(), MiniLm.tokenizer(), 1))
        .isInstanceOf(EncoderException.class)
        .hasMessageStartingWith("encoder other-7: not a BERT-style ONNX model: ")
        .hasMessageContaining("input_ids");
  }

  @Test
  void aFailureNamesTheModelAndNotTheText() throws IOException {
    // a tokenizer that knows more words than the model
    String file =
        new String(MiniLm.tokenizerFile(), StandardCharsets.UTF_8)
            .replaceFirst("\"plants\": *\\d+", "\"plants\": 40000");
    WordPieceTokenizer tokenizer =
        WordPieceTokenizer.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    try (OnnxTextEncoder encoder = OnnxTextEncoder.load("mixed-7", MiniLm.model(), tokenizer, 1)) {
      assertThatThrownBy(() -> encoder.encode("sunlight feeds plants"))
          .isInstanceOf(EncoderException.class)
          .hasMessageStartingWith("encoder mixed-7 failed: ")
          .hasMessageNotContainingAny("sunlight", "feeds", "plants", "\tat ");
      assertThat(encoder.encode("water").vector()).as("it goes on").hasSize(384);
    }
  }

  @Test
  void closingWaitsForPassesThatRunAndEndsLaterOnes() throws Exception {
    OnnxTextEncoder encoder =
        OnnxTextEncoder.load("closing", MiniLm.model(), MiniLm.tokenizer(), 2);
    float[] expected = encoder.encode("water").vector();
    CountDownLatch started = new CountDownLatch(4);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> runs = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      runs.add(
          threads.submit(
              () -> {
                started.countDown();
                assertThatThrownBy(
                        () -> {
                          while (true) {
                            assertThat(encoder.encode("water").vector()).isEqualTo(expected);
                          }
                        })
                    .isInstanceOf(EncoderException.class)
                    .hasMessage("encoder closing is closed");
              }));
    }
    started.await();
    encoder.close();
    encoder.close();
    for (Future<?> run : runs) {
      run.get();
    }
    threads.shutdownNow();
  }

  private double cosine(String a, String b) {
    float[] left = Objects.requireNonNull(encoder().encode(a).vector());
    float[] right = Objects.requireNonNull(encoder().encode(b).vector());
    double product = 0;
    for (int d = 0; d < left.length; d++) {
      product += (double) left[d] * right[d];
    }
    return product;
  }
}
