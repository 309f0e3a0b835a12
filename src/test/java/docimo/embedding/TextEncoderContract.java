package docimo.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every encoder keeps to, so that grades do not hang on chance. */
abstract class TextEncoderContract {

  private static final List<String> TEXTS =
      List.of(
          "Plants turn light into sugar.",
          "A mutex lets one thread in at a time; a semaphore lets in several.",
          "x",
          "TCP numbers its segments, so what is lost can be sent again.",
          "İstanbul'da 中文 😀 cafe\u0301",
          "The variance is the mean of the squared distances from the mean. ".repeat(20));

  abstract TextEncoder encoder();

  /** How many pieces the encoder makes of a text. */
  abstract int pieces(String text);

  @Test
  void hasANameAndALength() {
    assertThat(encoder().name()).isNotBlank();
    assertThat(encoder().dimensions()).isPositive();
  }

  @Test
  void vectorsHaveLengthOne() {
    for (String text : TEXTS) {
      EncodedText encoded = encoder().encode(text);
      assertUnit(encoded.vector());
      assertUnit(encoded.vector(0, text.length()));
      assertUnit(encoded.vector(0, 1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\r\n", "\u00A0\u2003"})
  void aTextWithoutWordsHasNoVector(String text) {
    EncodedText encoded = encoder().encode(text);
    assertThat(encoded.pieces()).isZero();
    assertThat(encoded.vector()).isNull();
    assertThat(encoded.vector(0, text.length())).isNull();
  }

  @Test
  void theStretchOfAllIsTheWhole() {
    for (String text : TEXTS) {
      EncodedText encoded = encoder().encode(text);
      assertThat(encoded.vector(0, text.length())).isEqualTo(encoded.vector());
    }
  }

  @Test
  void aStretchTakesEveryWordThatItTouches() {
    EncodedText encoded = encoder().encode("plants  need water");
    float[] water = encoded.vector(13, 18);
    assertThat(encoded.vector(11, 16)).isNotEqualTo(water);
    assertThat(encoded.vector(12, 14)).isEqualTo(water);
    assertThat(encoded.vector(17, 30)).isEqualTo(water);
    assertThat(encoded.vector(0, 8)).isEqualTo(encoded.vector(5, 7));
  }

  @Test
  void aStretchOfSpacesOrOfNothingHasNoVector() {
    EncodedText encoded = encoder().encode("plants  need water");
    assertThat(encoded.vector(6, 8)).isNull();
    assertThat(encoded.vector(3, 3)).isNull();
    assertThat(encoded.vector(18, 25)).isNull();
  }

  @Test
  void theSameTextHasTheSameVectorsInAnyOrder() {
    List<float[]> expected = TEXTS.stream().map(this::vector).toList();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < 3 * TEXTS.size(); i++) {
      order.add(i % TEXTS.size());
    }
    Collections.shuffle(order, new Random(5));
    for (int i : order) {
      assertThat(vector(TEXTS.get(i))).isEqualTo(expected.get(i));
    }
  }

  @Test
  void theSameTextHasTheSameVectorsFromEightThreads() throws Exception {
    List<float[]> expected = TEXTS.stream().map(this::vector).toList();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> runs = new ArrayList<>();
      for (int t = 0; t < 8; t++) {
        int first = t;
        runs.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 5 * TEXTS.size(); i++) {
                    int at = (first + i) % TEXTS.size();
                    assertThat(vector(TEXTS.get(at))).isEqualTo(expected.get(at));
                  }
                }));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void nothingOfALongTextIsIgnored() {
    List<String> vocabulary = List.of("cell", "membrane", "photosynthesis", "the", "osmosis", "of");
    Random random = new Random(20);
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      words.append(vocabulary.get(random.nextInt(vocabulary.size()))).append(' ');
    }
    String text = words.toString();

    EncodedText encoded = encoder().encode(text);

    assertThat(encoded.pieces()).isEqualTo(pieces(text));
    assertUnit(encoded.vector());
    assertUnit(encoded.vector(text.length() - 3, text.length()));
  }

  @Test
  void vectorsGivenOutAreTheReadersOwn() {
    EncodedText encoded = encoder().encode("water");
    float[] before = Objects.requireNonNull(encoded.vector()).clone();
    Objects.requireNonNull(encoded.vector())[0] = 7;
    assertThat(encoded.vector()).isEqualTo(before);
  }

  private float[] vector(String text) {
    return Objects.requireNonNull(encoder().encode(text).vector());
  }

  private void assertUnit(float @Nullable [] vector) {
    assertThat(vector).hasSize(encoder().dimensions());
    double squares = 0;
    for (float x : Objects.requireNonNull(vector)) {
      squares += (double) x * x;
    }
    assertThat(squares).isCloseTo(1, within(1e-5));
  }
}
