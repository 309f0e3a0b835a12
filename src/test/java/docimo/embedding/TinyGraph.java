package docimo.embedding;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes ONNX files of a single operation, byte by byte as protocol buffers lay them out. */
final class TinyGraph {

  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private TinyGraph() {}

  /** Gives out the ids that come in. */
  static byte[] idsAsTheyAre() {
    return model("input_ids", new TinyGraph().text(4, "Identity"), INT64);
  }

  /** Gives out one float, not a vector, for each id. */
  static byte[] oneFloatForEachId() {
    return model("input_ids", castToFloat(), FLOAT);
  }

  /** Takes something that is not called input ids. */
  static byte[] otherInput() {
    return model("pixels", castToFloat(), FLOAT);
  }

  private static TinyGraph castToFloat() {
    TinyGraph attribute = new TinyGraph().text(1, "to").number(3, FLOAT).number(20, 2);
    return new TinyGraph().text(4, "Cast").message(5, attribute);
  }

  private static byte[] model(String input, TinyGraph operation, int outputType) {
    TinyGraph graph =
        new TinyGraph()
            .message(1, operation.text(1, input).text(2, "out"))
            .text(2, "tiny")
            .message(11, value(input, INT64))
            .message(11, value("attention_mask", INT64))
            .message(12, value("out", outputType));
    return new TinyGraph()
        .number(1, 8)
        .message(7, graph)
        .message(8, new TinyGraph().number(2, 13))
        .bytes
        .toByteArray();
  }

  /** A matrix of any size. */
  private static TinyGraph value(String name, int type) {
    TinyGraph shape =
        new TinyGraph()
            .message(1, new TinyGraph().text(2, "rows"))
            .message(1, new TinyGraph().text(2, "columns"));
    TinyGraph tensor = new TinyGraph().number(1, type).message(2, shape);
    return new TinyGraph().text(1, name).message(2, new TinyGraph().message(1, tensor));
  }

  private TinyGraph number(int field, int value) {
    varint(field << 3);
    varint(value);
    return this;
  }

  private TinyGraph text(int field, String value) {
    return content(field, value.getBytes(StandardCharsets.UTF_8));
  }

  private TinyGraph message(int field, TinyGraph value) {
    return content(field, value.bytes.toByteArray());
  }

  private TinyGraph content(int field, byte[] content) {
    varint((field << 3) | 2);
    varint(content.length);
    bytes.writeBytes(content);
    return this;
  }

  private void varint(int value) {
    int rest = value;
    while (rest > 0x7F) {
      bytes.write((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes.write(rest);
  }
}
