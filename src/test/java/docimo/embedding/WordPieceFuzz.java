package docimo.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/** Any text is cut into word pieces that lie in it, in its order. */
final class WordPieceFuzz {

  @FuzzTest(maxDuration = "3m")
  void piecesLieInTheText(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsString();
    List<WordPiece> pieces = MiniLm.tokenizer().tokenize(text);
    int from = 0;
    for (WordPiece piece : pieces) {
      assertThat(piece.start()).isBetween(0, piece.end());
      assertThat(piece.end()).isBetween(from, text.length());
      from = piece.start();
    }
    assertThat(MiniLm.tokenizer().tokenize(text)).isEqualTo(pieces);
  }
}
