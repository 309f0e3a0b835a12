package docimo.exchange;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Rows that are the items of one array, read item by item. */
final class JsonArrayRows implements JsonRows {

  /** A comma and white space are nothing of the next row. */
  private static final int BETWEEN_ROWS = 3;

  private final CountedStream in;
  private @Nullable JsonParser parser;
  private long number;
  private boolean over;

  /**
   * @param in closed with the rows
   */
  JsonArrayRows(CountedStream in) {
    this.in = in;
  }

  /**
   * @throws InvalidFieldException when it is JSON but no array
   */
  @Override
  public @Nullable JsonRow next() throws IOException {
    if (over) {
      return null;
    }
    try {
      JsonParser json = parser == null ? begun() : parser;
      JsonToken token = json.nextToken();
      if (token == JsonToken.END_ARRAY) {
        requireEnd(json);
        over = true;
        return null;
      }
      int line = json.currentTokenLocation().getLineNr();
      in.beginRow(JsonLineRows.LONGEST_LINE);
      JsonNode item = Json.item(json);
      return new JsonRow(new RowPlace(++number, line), Json.write(item), null);
    } catch (JsonProcessingException e) {
      throw malformed(e.getLocation());
    } catch (NumberFormatException e) {
      throw NumberPlace.beyond(place());
    }
  }

  private JsonLocation place() {
    JsonParser json = parser;
    return json == null ? JsonLocation.NA : json.currentTokenLocation();
  }

  private JsonParser begun() throws IOException {
    JsonParser begun = Json.parser(in);
    parser = begun;
    JsonToken first = begun.nextToken();
    if (first == null) {
      throw malformed(begun.currentLocation());
    }
    if (first != JsonToken.START_ARRAY) {
      throw new InvalidFieldException(
          "", "must be a list of rows; for a row a line, send application/x-ndjson");
    }
    return begun;
  }

  private static void requireEnd(JsonParser json) throws IOException {
    if (json.nextToken() != null) {
      throw malformed(json.currentTokenLocation());
    }
  }

  private static MalformedJsonException malformed(@Nullable JsonLocation at) {
    return at == null
        ? new MalformedJsonException(1, 1)
        : new MalformedJsonException(at.getLineNr(), at.getColumnNr());
  }

  /** What the parser has taken and not yet passed on counts, too. */
  @Override
  public boolean isReady() throws IOException {
    return in.count() - bytesRead() > BETWEEN_ROWS || in.available() > 0;
  }

  @Override
  public long bytesRead() {
    return parser == null ? 0 : parser.currentLocation().getByteOffset();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
