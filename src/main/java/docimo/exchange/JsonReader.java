package docimo.exchange;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads JSON as {@link Json#read} does, within limits of its own. Immutable and thread-safe. */
public final class JsonReader {

  private final ObjectMapper mapper;

  /**
   * @param nesting how deep objects and lists may stand in each other
   * @param numberCharacters how many characters a number may have
   */
  public JsonReader(int nesting, int numberCharacters) {
    this.mapper =
        Json.mapper(
            StreamReadConstraints.builder()
                .maxNestingDepth(nesting)
                .maxNumberLength(numberCharacters)
                .build());
  }

  /**
   * Reads a JSON document.
   *
   * @throws MalformedJsonException when the text is none, or beyond a limit
   */
  public JsonNode read(String text) {
    return Json.read(mapper, text);
  }

  static MalformedJsonException beyond(ObjectMapper mapper, JsonLocation at) {
    StreamReadConstraints limits = mapper.getFactory().streamReadConstraints();
    return new MalformedJsonException(
        at.getLineNr(),
        at.getColumnNr(),
        "nests deeper than "
            + limits.getMaxNestingDepth()
            + " levels (limits.json-nesting), or has a number of more than "
            + limits.getMaxNumberLength()
            + " characters (limits.json-number-characters); send simpler JSON");
  }
}
