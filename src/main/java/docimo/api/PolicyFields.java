package docimo.api;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.exchange.InvalidFieldException;
import docimo.grading.ReviewPolicy;
import docimo.grading.ReviewPolicyException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A review policy as a JSON object: the keys of {@code src/docs/review.md}, with true and false for
 * on and off.
 */
final class PolicyFields {

  private static final Pattern KEY = Pattern.compile("[a-z_.]{1,64}");

  private PolicyFields() {}

  /** Every key of a policy, sorted. */
  static SortedMap<String, Object> of(ReviewPolicy policy) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(policy.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException("a text can be read", e);
    }
    SortedMap<String, Object> fields = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      fields.put(key, value(properties.getProperty(key)));
    }
    return fields;
  }

  private static Object value(String setting) {
    if (setting.equals("on") || setting.equals("off")) {
      return setting.equals("on");
    }
    return Double.valueOf(setting);
  }

  /**
   * Reads a policy; keys that are not there are as in {@link ReviewPolicy#DEFAULT}.
   *
   * @param value the object, or null for the default
   * @param pointer JSON pointer to it
   * @throws InvalidFieldException when a key is unknown or a value wrong
   */
  static ReviewPolicy read(JsonNode value, String pointer) {
    if (value.isMissingNode() || value.isNull()) {
      return ReviewPolicy.DEFAULT;
    }
    if (!value.isObject()) {
      throw new InvalidFieldException(pointer, "must be an object, such as {\"high_flag\": false}");
    }
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      if (!KEY.matcher(field.getKey()).matches()) {
        throw new InvalidFieldException(pointer, "has a key that no policy has");
      }
      text.append(field.getKey())
          .append(" = ")
          .append(setting(field.getValue(), pointer + "/" + field.getKey()))
          .append('\n');
    }
    try {
      return ReviewPolicy.read(
          "the policy", new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (ReviewPolicyException e) {
      throw new InvalidFieldException(pointer, "is no review policy: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("bytes can be read", e);
    }
  }

  private static String setting(JsonNode value, String pointer) {
    if (value.isBoolean()) {
      return value.booleanValue() ? "on" : "off";
    }
    if (value.isNumber()) {
      return Double.toString(value.doubleValue());
    }
    throw new InvalidFieldException(pointer, "must be true, false or a number");
  }
}
