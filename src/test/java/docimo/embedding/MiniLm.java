package docimo.embedding;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The encoder model as it ships; read when a test first asks and shared from then on. */
final class MiniLm {

  static final String NAME = "all-minilm-l6-v2-q";

  private MiniLm() {}

  static WordPieceTokenizer tokenizer() {
    return Reader.TOKENIZER;
  }

  /** With a slot for each of two passes at once. */
  static OnnxTextEncoder encoder() {
    return Loader.ENCODER;
  }

  /** The content of the model's file. */
  static byte[] model() {
    return resource("/" + NAME + ".onnx");
  }

  /** The content of the file that describes its tokenizer. */
  static byte[] tokenizerFile() {
    return resource("/" + NAME + "-tokenizer.json");
  }

  private static byte[] resource(String name) {
    try (InputStream in = Objects.requireNonNull(MiniLm.class.getResourceAsStream(name))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WordPieceTokenizer read() {
    try (InputStream in = new ByteArrayInputStream(tokenizerFile())) {
      return WordPieceTokenizer.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Reader {
    static final WordPieceTokenizer TOKENIZER = read();
  }

  private static final class Loader {
    static final OnnxTextEncoder ENCODER = OnnxTextEncoder.load(NAME, model(), tokenizer(), 2);
  }
}
