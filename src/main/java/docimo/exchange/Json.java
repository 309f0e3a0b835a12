package docimo.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import docimo.question.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;

/**
 * JSON as docimo speaks it: names in snake case, enumerations in lower case, times in ISO 8601,
 * nulls written; duplicate names and text after the end refused. Numbers are kept digit by digit.
 * Stateless and thread-safe.
 */
public final class Json {

  private static final ObjectMapper MAPPER = mapper(StreamReadConstraints.defaults());

  private static final ObjectReader ITEMS =
      MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Reads records; in its own mapper, for here numbers become what the record says. */
  private static final ObjectMapper READER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(
              new SimpleModule("docimo")
                  .addDeserializer(Instant.class, from(Instant.class, Instant::parse))
                  .addDeserializer(Rule.class, from(Rule.class, Rule::parse)))
          .build();

  private Json() {}

  /** What reads and writes JSON as docimo speaks it, within limits. */
  static ObjectMapper mapper(StreamReadConstraints limits) {
    return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(limits).build())
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .addModule(
            new SimpleModule("docimo")
                .addSerializer(Enum.class, as(value -> value.name().toLowerCase(Locale.ROOT)))
                .addSerializer(Instant.class, as(Instant::toString))
                .addSerializer(Rule.class, as(Rule::toString)))
        .build();
  }

  /**
   * Reads a JSON document.
   *
   * @throws MalformedJsonException when the text is none
   */
  public static JsonNode read(String text) {
    return read(MAPPER, text);
  }

  static JsonNode read(ObjectMapper mapper, String text) {
    try {
      JsonNode document = mapper.readTree(text);
      if (document.isMissingNode()) {
        throw new MalformedJsonException(1, 1);
      }
      return document;
    } catch (StreamConstraintsException e) {
      throw JsonReader.beyond(mapper, place(e));
    } catch (JsonProcessingException e) {
      JsonLocation at = place(e);
      throw new MalformedJsonException(at.getLineNr(), at.getColumnNr());
    } catch (NumberFormatException e) {
      throw NumberPlace.beyond(mapper, text);
    }
  }

  /**
   * Reads JSON token by token, as strictly as {@link #read}.
   *
   * @param in closed by the caller
   */
  static JsonParser parser(InputStream in) throws IOException {
    return MAPPER.createParser(in);
  }

  /** The value that a parser stands at, of which more may follow. */
  static JsonNode item(JsonParser at) throws IOException {
    return ITEMS.readTree(at);
  }

  /**
   * Reads a record that {@link #write} wrote; names that it has not got are left out, so that what
   * a newer docimo added does no harm.
   *
   * @throws IllegalArgumentException when the text is none; has nothing of the text
   */
  static <T> T read(String text, Class<T> type) {
    try {
      return READER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no " + type.getSimpleName() + " in JSON");
    }
  }

  /**
   * A record, list, map or tree on one line. Halves of surrogate pairs, which no encoding can
   * carry, are written as U+FFFD.
   */
  public static String write(Object value) {
    try {
      return wellFormed(MAPPER.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
    }
  }

  private static JsonLocation place(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null ? new JsonLocation(ContentReference.unknown(), 0, 1, 1) : at;
  }

  /** A record as an object that can be added to. */
  public static ObjectNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** The text as it is after being written and read again. */
  static String wellFormed(String text) {
    if (text.codePoints().noneMatch(Json::isHalf)) {
      return text;
    }
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints().forEach(c -> whole.appendCodePoint(isHalf(c) ? 0xFFFD : c));
    return whole.toString();
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static <T> JsonSerializer<T> as(Function<T, String> text) {
    return new JsonSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator out, SerializerProvider provider)
          throws IOException {
        out.writeString(text.apply(value));
      }
    };
  }

  private static <T> StdDeserializer<T> from(Class<T> type, Function<String, T> read) {
    return new StdDeserializer<>(type) {
      @Override
      public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
        return read.apply(in.getText());
      }
    };
  }
}
