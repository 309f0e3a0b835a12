package docimo.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Where reading has got to in the JSON of a bank. Names what is wrong by JSON pointer and line. */
final class JsonCursor {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final int LONGEST_EXCERPT = 40;

  private final String source;
  private final String place;
  private final int offset;
  private final JsonParser json;

  /** Reads something where a cursor stands. */
  interface Reader<T> {
    T read(JsonCursor json) throws IOException;
  }

  private JsonCursor(String source, String place, int offset, JsonParser json) {
    this.source = source;
    this.place = place;
    this.offset = offset;
    this.json = json;
  }

  /**
   * Reads a text with a cursor that stands before its first token.
   *
   * @param source named in every error
   * @param place named before the pointer in every error; empty when the text is all of the source
   * @param offset how many lines of the source stand before the text
   * @throws BankFormatException when it is no JSON, or the reader throws it
   */
  static <T> T read(String source, String place, String text, int offset, Reader<T> reader) {
    try (JsonParser parser = JSON.createParser(text)) {
      return reader.read(new JsonCursor(source, place, offset, parser));
    } catch (JsonProcessingException e) {
      throw broken(source, place, e, offset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BankFormatException broken(
      String source, String place, JsonProcessingException e, int offset) {
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr() + offset;
    int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
    boolean twice = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field");
    String what =
        twice
            ? "an object has the same key twice"
            : "this is not valid JSON, near column " + column + (place.isEmpty() ? "" : " of it");
    return new BankFormatException(
        source, line, place.isEmpty() ? what : place + ": " + what, "mend it and try again");
  }

  /** Goes on to the next token; false at the end. */
  boolean next() throws IOException {
    return json.nextToken() != null;
  }

  /** Goes on to the next token and says whether it is this one. */
  boolean nextIs(JsonToken token) throws IOException {
    return json.nextToken() == token;
  }

  boolean is(JsonToken token) {
    return json.currentToken() == token;
  }

  boolean isNull() {
    return is(JsonToken.VALUE_NULL);
  }

  /** The key whose value the cursor stands at; goes on to the value. */
  String key() throws IOException {
    String key = json.currentName();
    json.nextToken();
    return key;
  }

  /** Whether the object that the cursor stands in is in no other object or array. */
  boolean isInTopObject() {
    return json.getParsingContext().getParent().inRoot();
  }

  String text() throws IOException {
    require(JsonToken.VALUE_STRING, "this value", "a string");
    return json.getText();
  }

  List<String> texts() throws IOException {
    return items("'" + json.currentName() + "'", "an array of strings", JsonCursor::text);
  }

  double number(String what, String range) throws IOException {
    if (!json.currentToken().isNumeric()) {
      throw wrong(what + " is not a number", "write a number " + range);
    }
    return json.getDoubleValue();
  }

  /** The items of an array; none for null. */
  <T> List<T> items(String what, String type, Reader<T> item) throws IOException {
    List<T> items = new ArrayList<>();
    if (!isNull()) {
      require(JsonToken.START_ARRAY, what, type);
      while (!nextIs(JsonToken.END_ARRAY)) {
        items.add(item.read(this));
      }
    }
    return items;
  }

  void require(JsonToken wanted, String what, String type) {
    if (!is(wanted)) {
      throw wrong(what + " is not " + type, "write " + type);
    }
  }

  BankFormatException wrong(String problem, String remedy) {
    return wrong(line(), pointer() + ": " + problem, remedy);
  }

  BankFormatException wrong(int line, String problem, String remedy) {
    return new BankFormatException(source, line, problem, remedy);
  }

  BankFormatException unknownKey(String owner, String key, String remedy) {
    String excerpt = key.length() > LONGEST_EXCERPT ? key.substring(0, LONGEST_EXCERPT) + "…" : key;
    return wrong(owner + " has no key '" + excerpt + "'", remedy);
  }

  String source() {
    return source;
  }

  String pointer() {
    String pointer = place + json.getParsingContext().pathAsPointer();
    return pointer.isEmpty() ? "/" : pointer;
  }

  int line() {
    return json.currentTokenLocation().getLineNr() + offset;
  }
}
