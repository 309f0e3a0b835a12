package docimo.exchange;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Finds a number that is JSON, but that no computer can keep, such as {@code 1e99999999999}. */
final class NumberPlace {

  private NumberPlace() {}

  /** What to say of a text in which such a number is. */
  static MalformedJsonException beyond(ObjectMapper mapper, String text) {
    try (JsonParser parser = mapper.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_NUMBER_FLOAT && !isKept(parser)) {
          return beyond(parser.currentTokenLocation());
        }
      }
    } catch (IOException e) {
      // then it is said of the whole text
    }
    return beyond(new JsonLocation(null, 0, 1, 1));
  }

  static MalformedJsonException beyond(JsonLocation at) {
    return new MalformedJsonException(
        at.getLineNr(),
        at.getColumnNr(),
        "has a number with an exponent that is too long; send a smaller number");
  }

  private static boolean isKept(JsonParser parser) throws IOException {
    try {
      return parser.getDecimalValue() != null;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
