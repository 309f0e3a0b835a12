package docimo.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the fields of a JSON object strictly: a field of the wrong type is refused with a pointer
 * to it. Null counts as absent.
 */
public final class JsonFields {

  /** A longer name is no slip of the pen: it may be anything, and is not repeated. */
  private static final int LONGEST_NAME_SHOWN = 64;

  private final JsonNode object;
  private final String pointer;

  private JsonFields(JsonNode object, String pointer) {
    this.object = object;
    this.pointer = pointer;
  }

  /**
   * The fields of an object.
   *
   * @param pointer JSON pointer to the object; empty for the whole document
   * @throws InvalidFieldException when the value is no object
   */
  public static JsonFields of(JsonNode value, String pointer) {
    if (!value.isObject()) {
      throw new InvalidFieldException(pointer, "must be an object, not " + kind(value));
    }
    return new JsonFields(value, pointer);
  }

  /**
   * Refuses fields by other names.
   *
   * @throws InvalidFieldException for the first such field
   */
  public JsonFields allow(Collection<String> names) {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!names.contains(name) && name.length() > LONGEST_NAME_SHOWN) {
                throw new InvalidFieldException(
                    pointer, "has an unknown field; known are " + String.join(", ", names));
              }
              if (!names.contains(name)) {
                throw new InvalidFieldException(
                    pointer(name), "is unknown; known are " + String.join(", ", names));
              }
            });
    return this;
  }

  /** Whether there is a value other than null. */
  public boolean has(String name) {
    return object.hasNonNull(name);
  }

  /**
   * A text; empty when absent.
   *
   * @throws InvalidFieldException when it is no text
   */
  public Optional<String> text(String name) {
    if (!has(name)) {
      return Optional.empty();
    }
    return Optional.of(requireText(object.get(name), pointer(name)));
  }

  /**
   * A number; empty when absent.
   *
   * @throws InvalidFieldException when it is no number
   */
  public Optional<Double> number(String name) {
    if (!has(name)) {
      return Optional.empty();
    }
    JsonNode value = object.get(name);
    if (!value.isNumber()) {
      throw new InvalidFieldException(pointer(name), "must be a number, not " + kind(value));
    }
    return Optional.of(value.asDouble());
  }

  /**
   * One of the constants of an enumeration, written in lower case.
   *
   * @param otherwise what an absent field means
   * @throws InvalidFieldException when it is none of them
   */
  public <E extends Enum<E>> E choice(String name, E otherwise) {
    String text = text(name).orElse(null);
    if (text == null) {
      return otherwise;
    }
    List<String> names = new ArrayList<>();
    for (E constant : otherwise.getDeclaringClass().getEnumConstants()) {
      String wireName = constant.name().toLowerCase(Locale.ROOT);
      if (wireName.equals(text)) {
        return constant;
      }
      names.add(wireName);
    }
    throw new InvalidFieldException(pointer(name), "must be one of " + String.join(", ", names));
  }

  /**
   * A list of texts; empty when absent.
   *
   * @throws InvalidFieldException when it is no list or one of its items is no text
   */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    List<JsonNode> items = items(name);
    for (int i = 0; i < items.size(); i++) {
      texts.add(requireText(items.get(i), pointer(name) + "/" + i));
    }
    return texts;
  }

  /**
   * The items of a list; empty when absent.
   *
   * @throws InvalidFieldException when it is no list
   */
  public List<JsonNode> items(String name) {
    if (!has(name)) {
      return List.of();
    }
    JsonNode value = object.get(name);
    if (!value.isArray()) {
      throw new InvalidFieldException(pointer(name), "must be a list, not " + kind(value));
    }
    List<JsonNode> items = new ArrayList<>();
    value.forEach(items::add);
    return items;
  }

  /**
   * The fields of an object inside this one; empty when absent.
   *
   * @throws InvalidFieldException when it is no object
   */
  public Optional<JsonFields> object(String name) {
    return has(name) ? Optional.of(of(object.get(name), pointer(name))) : Optional.empty();
  }

  /** A value of any kind; a missing node when absent. */
  public JsonNode value(String name) {
    return object.path(name);
  }

  /** JSON pointer to a field of the object. */
  public String pointer(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private static String requireText(JsonNode value, String pointer) {
    if (!value.isTextual()) {
      throw new InvalidFieldException(pointer, "must be a string, not " + kind(value));
    }
    return value.textValue();
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case STRING -> "a string";
      default -> "null or nothing";
    };
  }
}
