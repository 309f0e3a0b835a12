package docimo.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsTest {

  private static final int[] NO_BREAKS = {};

  @Test
  void whatFitsIsOneWindow() {
    assertThat(Windows.cut(words(0), NO_BREAKS, 5)).containsExactly(0, 0);
    assertThat(Windows.cut(words(5), new int[] {4, 8}, 5)).containsExactly(0, 5);
  }

  @Test
  void endsAtTheLastBreakThatFits() {
    // words of 3 letters and a space: word n begins at 4n
    assertThat(Windows.cut(words(12), new int[] {8, 16, 31}, 5)).containsExactly(0, 4, 8, 12);
  }

  @Test
  void aBreakJustBehindAFullWindowFits() {
    assertThat(Windows.cut(words(10), new int[] {20}, 5)).containsExactly(0, 5, 10);
  }

  @Test
  void endsBetweenWordsWhereNoBreakFits() {
    assertThat(Windows.cut(pieces("aa bb cc+dd+ee"), NO_BREAKS, 4)).containsExactly(0, 2, 5);
  }

  @Test
  void prefersASpaceToTheEdgeOfPunctuation() {
    // "do n ' t" without spaces: three words that touch
    assertThat(Windows.cut(pieces("aa bb don|'|t"), NO_BREAKS, 4)).containsExactly(0, 2, 5);
  }

  @Test
  void endsWhereWordsTouchRatherThanInsideOne() {
    assertThat(Windows.cut(pieces("aa|,|bb+cc+dd"), NO_BREAKS, 3)).containsExactly(0, 2, 5);
  }

  @Test
  void partsOfOneCharacterStayTogether() {
    List<WordPiece> pieces = new ArrayList<>(pieces("aa bb"));
    pieces.add(new WordPiece(0, 6, 7, false));
    pieces.add(new WordPiece(0, 6, 7, true));
    assertThat(Windows.cut(pieces, NO_BREAKS, 3)).containsExactly(0, 2, 4);
  }

  @Test
  void aWordLongerThanAWindowIsCutAnywhere() {
    assertThat(Windows.cut(pieces("aa+bb+cc+dd+ee"), NO_BREAKS, 2)).containsExactly(0, 2, 4, 5);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void coverEveryPieceOnceAndInOrder(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      List<WordPiece> pieces = random(random, random.nextInt(60));
      int[] breaks = breaks(random, pieces);
      int most = 1 + random.nextInt(12);

      int[] cuts = Windows.cut(pieces, breaks, most);

      assertThat(cuts[0]).isZero();
      assertThat(cuts[cuts.length - 1]).isEqualTo(pieces.size());
      for (int w = 0; w + 1 < cuts.length; w++) {
        assertThat(cuts[w + 1] - cuts[w]).isBetween(pieces.isEmpty() ? 0 : 1, most);
        if (w + 2 < cuts.length) {
          assertThat(cuts[w + 1]).isEqualTo(best(pieces, breaks, cuts[w], cuts[w] + most));
        }
      }
    }
  }

  /** Where a window is to end, found by asking each place in turn. */
  private static int best(List<WordPiece> pieces, int[] breaks, int from, int limit) {
    int space = -1;
    int edge = -1;
    for (int at = limit; at > from; at--) {
      int begin = pieces.get(at).start();
      int before = pieces.get(at - 1).start();
      for (int offset : breaks) {
        if (before < offset && offset <= begin) {
          return at;
        }
      }
      boolean wordBegins = !pieces.get(at).continues();
      space = space < 0 && wordBegins && begin > pieces.get(at - 1).end() ? at : space;
      edge = edge < 0 && wordBegins ? at : edge;
    }
    return space > 0 ? space : edge > 0 ? edge : limit;
  }

  private static List<WordPiece> words(int count) {
    List<WordPiece> pieces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pieces.add(new WordPiece(i, 4 * i, 4 * i + 3, false));
    }
    return pieces;
  }

  /** Pieces of letters; {@code +} goes on with a word, {@code |} begins one without a space. */
  private static List<WordPiece> pieces(String sketch) {
    List<WordPiece> pieces = new ArrayList<>();
    int at = 0;
    for (String part : sketch.split("(?=[ +|])")) {
      char sign = part.charAt(0);
      boolean signed = sign == ' ' || sign == '+' || sign == '|';
      at += sign == ' ' ? 1 : 0;
      int length = part.length() - (signed ? 1 : 0);
      pieces.add(new WordPiece(0, at, at + length, sign == '+'));
      at += length;
    }
    return pieces;
  }

  private static List<WordPiece> random(Random random, int count) {
    List<WordPiece> pieces = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < count; i++) {
      boolean continues = i > 0 && random.nextInt(3) == 0;
      at += continues || random.nextInt(4) == 0 ? 0 : 1;
      int end = at + 1 + random.nextInt(5);
      pieces.add(new WordPiece(i, at, end, continues));
      at = end;
    }
    return pieces;
  }

  private static int[] breaks(Random random, List<WordPiece> pieces) {
    double share = random.nextDouble() * random.nextDouble();
    return pieces.stream()
        .filter(piece -> !piece.continues() && random.nextDouble() < share)
        .mapToInt(piece -> piece.start() + 1)
        .toArray();
  }
}
