package docimo.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EncodedTextTest {

  /** Two pieces of a word, one further word, and two pieces of one character. */
  private static final EncodedText TEXT =
      new EncodedText(
          new int[] {0, 3, 7, 9, 9},
          new int[] {3, 5, 8, 10, 10},
          new float[][] {{2, 0, 0}, {0, 2, 0}, {0, 0, 3}, {4, 0, 0}, {0, 3, 0}});

  @Test
  void aStretchIsTheMeanOfWhatItOverlaps() {
    assertThat(TEXT.vector(0, 1)).containsExactly(1, 0, 0);
    assertThat(TEXT.vector(2, 3)).containsExactly(1, 0, 0);
    assertThat(TEXT.vector(3, 4)).containsExactly(0, 1, 0);
    float half = (float) Math.sqrt(0.5);
    assertThat(TEXT.vector(2, 4)).containsExactly(half, half, 0);
    assertThat(TEXT.vector(-5, 7)).containsExactly(half, half, 0);
  }

  @Test
  void allPiecesOfOneCharacterCount() {
    assertThat(TEXT.vector(9, 10)).containsExactly(0.8f, 0.6f, 0);
    assertThat(TEXT.vector(8, 100)).containsExactly(0.8f, 0.6f, 0);
  }

  @Test
  void whatOverlapsNothingHasNoVector() {
    assertThat(TEXT.vector(5, 7)).isNull();
    assertThat(TEXT.vector(8, 9)).isNull();
    assertThat(TEXT.vector(10, 11)).isNull();
    assertThat(TEXT.vector(1, 1)).isNull();
    assertThat(TEXT.vector(4, 2)).isNull();
  }

  @Test
  void piecesThatCancelOutHaveNoVector() {
    EncodedText text =
        new EncodedText(new int[] {0, 2}, new int[] {1, 3}, new float[][] {{1, 1}, {-1, -1}});
    assertThat(text.pieces()).isEqualTo(2);
    assertThat(text.vector()).isNull();
  }
}
