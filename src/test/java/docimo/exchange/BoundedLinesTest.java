package docimo.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BoundedLinesTest {

  @Test
  void lineOfExactlyTheBoundIsReadAndOneByteMoreIsNot() throws IOException {
    assertThat(lines("12345\n", 5)).containsExactly("12345");
    assertThat(lines("123456\n1\n", 5))
        .containsExactly("! the row is longer than 5 bytes; shorten it", "1");
  }

  @Test
  void boundCountsBytesNotLetters() throws IOException {
    assertThat(lines("\u00E9\u00E9", 4)).containsExactly("\u00E9\u00E9");
    assertThat(lines("\u00E9\u00E9", 3)).allMatch(line -> line.startsWith("! "));
  }

  @Test
  void lineEndsOfAnySystemAreNoPartOfTheLine() throws IOException {
    assertThat(lines("a\r\nb\n\nc", 9)).containsExactly("a", "b", "", "c");
    assertThat(lines("a\rb", 9)).containsExactly("a\rb");
  }

  @Test
  void byteOrderMarkIsOneOnlyAtTheStart() throws IOException {
    assertThat(lines("\uFEFFa\n\uFEFFb", 9)).containsExactly("a", "\uFEFFb");
  }

  @Test
  void everyByteIsCounted() throws IOException {
    byte[] text = "\uFEFFa\r\n\u00E9\nlast".getBytes(StandardCharsets.UTF_8);
    BoundedLines lines = new BoundedLines(new ByteArrayInputStream(text), 2);
    while (lines.next() != null) {
      assertThat(lines.bytesRead()).isLessThanOrEqualTo(text.length);
    }

    assertThat(lines.bytesRead()).isEqualTo(text.length);
  }

  /** The lines; problems with an exclamation mark before them. */
  private static List<String> lines(String text, int longest) throws IOException {
    List<String> lines = new ArrayList<>();
    try (BoundedLines in =
        new BoundedLines(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), longest)) {
      for (BoundedLines.Line line = in.next(); line != null; line = in.next()) {
        lines.add(line.problem() == null ? String.valueOf(line.text()) : "! " + line.problem());
      }
    }
    return lines;
  }
}
