package docimo.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Tells how a CSV file was written: the encoding by its first bytes, the separator by its header.
 */
final class CsvText {

  /** Stands for bytes that are no text; no well-formed text has it. */
  static final char NO_TEXT = '\uDC80';

  private static final int LONGEST_HEADER = 1 << 16;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private CsvText() {}

  /**
   * The text behind a stream: UTF-16 if a byte order mark says so, otherwise UTF-8. Bytes that are
   * none become {@link #NO_TEXT}.
   *
   * @param in can mark and reset
   * @return can mark and reset, too
   */
  static BufferedReader reader(InputStream in) throws IOException {
    in.mark(2);
    int first = in.read() << 8 | in.read();
    in.reset();
    Charset charset =
        first == 0xFEFF || first == 0xFFFE ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                in,
                charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .replaceWith(String.valueOf(NO_TEXT))));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  /**
   * The separator that stands most often between the names of the header; the text is left where it
   * is.
   *
   * @param otherwise the separator when none stands out
   */
  static char separator(Reader text, char otherwise) throws IOException {
    String header = header(text);
    char best = otherwise;
    for (char candidate : new char[] {',', ';', '\t'}) {
      best = count(header, candidate) > count(header, best) ? candidate : best;
    }
    return best;
  }

  /** The first line without what stands in quotes. */
  private static String header(Reader text) throws IOException {
    StringBuilder header = new StringBuilder();
    boolean quoted = false;
    text.mark(LONGEST_HEADER + 1);
    for (int i = 0; i < LONGEST_HEADER; i++) {
      int c = text.read();
      if (c < 0 || (!quoted && (c == '\n' || c == '\r'))) {
        break;
      }
      quoted ^= c == '"';
      if (!quoted) {
        header.append((char) c);
      }
    }
    text.reset();
    return header.toString();
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }
}
