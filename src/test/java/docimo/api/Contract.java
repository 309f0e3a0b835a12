package docimo.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import docimo.api.contract.ApiDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI document for tests: finds operations and holds JSON to schemas. Replies are held to
 * more than the document promises: to have no field and no constant of an open enumeration that it
 * does not know, so that it stays complete. Thread-safe.
 */
final class Contract {

  /** What the document says of a method of an address. */
  record Operation(String method, String template, Pattern path, JsonNode description) {

    String name() {
      return method + " " + template;
    }

    /** Whether a body may come along. */
    boolean takesBody() {
      return !body().isMissingNode();
    }

    JsonNode body() {
      return resolved(description.path("requestBody"));
    }

    /** The reply of a status; a missing node when there is none. */
    JsonNode reply(int status) {
      return resolved(description.path("responses").path(Integer.toString(status)));
    }

    /** Parameters of the operation and of its path. */
    List<JsonNode> parameters() {
      List<JsonNode> parameters = new ArrayList<>();
      description.path("parameters").forEach(p -> parameters.add(resolved(p)));
      DOCUMENT
          .path("paths")
          .path(template)
          .path("parameters")
          .forEach(p -> parameters.add(resolved(p)));
      return parameters;
    }

    @Override
    public String toString() {
      return name();
    }
  }

  static final JsonNode DOCUMENT = ApiDocument.shared().tree();

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");
  private static final List<Operation> OPERATIONS = readOperations();
  private static final JsonNode COMPONENTS = DOCUMENT.path("components");
  private static final JsonNode STRICT_COMPONENTS = strict(COMPONENTS.deepCopy());
  private static final Map<JsonNode, JsonSchema> LOOSE = new ConcurrentHashMap<>();
  private static final Map<JsonNode, JsonSchema> STRICT = new ConcurrentHashMap<>();

  private Contract() {}

  /** All operations; the more literal paths first. */
  static List<Operation> operations() {
    return OPERATIONS;
  }

  /** The operation that an address has; HEAD has that of GET. */
  static Optional<Operation> operation(String method, String path) {
    String asked = method.equals("HEAD") ? "GET" : method;
    String plain = path.replaceFirst("[?#].*", "");
    return OPERATIONS.stream()
        .filter(o -> o.method().equals(asked) && o.path().matcher(plain).matches())
        .findFirst();
  }

  /** What is wrong with a value by a schema of the document; empty when nothing is. */
  static List<String> violations(JsonNode schema, JsonNode value) {
    return messages(LOOSE.computeIfAbsent(schema, s -> compiled(s, COMPONENTS)), value);
  }

  /** The same, and that it has nothing that the schema does not know. */
  static List<String> strictViolations(JsonNode schema, JsonNode value) {
    return messages(
        STRICT.computeIfAbsent(schema, s -> compiled(strict(s.deepCopy()), STRICT_COMPONENTS)),
        value);
  }

  /** A schema of the document by its name. */
  static JsonNode schema(String name) {
    return COMPONENTS.path("schemas").path(name);
  }

  /** What a reference points to, or the node itself. */
  static JsonNode resolved(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isTextual() ? DOCUMENT.at(reference.textValue().substring(1)) : node;
  }

  private static List<String> messages(JsonSchema schema, JsonNode value) {
    return schema.validate(value).stream().map(ValidationMessage::getMessage).sorted().toList();
  }

  private static JsonSchema compiled(JsonNode schema, JsonNode components) {
    ObjectNode root = docimo.exchange.Json.tree(Map.of());
    root.set("components", components);
    root.putArray("allOf").add(schema);
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(root, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
  }

  /** Closes what the document leaves open. */
  private static JsonNode strict(JsonNode node) {
    if (node instanceof ObjectNode object) {
      JsonNode open = object.path("x-extensible-enum");
      if (open.isArray() && !object.path("pattern").isTextual()) {
        object.set("enum", open);
      }
      boolean fields = object.path("properties").isObject();
      if (fields && !object.has("additionalProperties") && !object.has("anyOf")) {
        object.put("additionalProperties", false);
      }
      object
          .properties()
          .forEach(
              entry -> {
                if (!fields || !Set.of("oneOf", "anyOf").contains(entry.getKey())) {
                  strict(entry.getValue());
                }
              });
    } else {
      node.forEach(Contract::strict);
    }
    return node;
  }

  private static List<Operation> readOperations() {
    List<Operation> operations = new ArrayList<>();
    DOCUMENT
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        entry -> {
                          if (METHODS.contains(entry.getKey())) {
                            operations.add(operation(path.getKey(), entry));
                          }
                        }));
    operations.sort(
        Comparator.comparingInt((Operation o) -> o.template().replaceAll("[^{]", "").length())
            .thenComparing(o -> -o.template().length()));
    return List.copyOf(operations);
  }

  private static Operation operation(String template, Map.Entry<String, JsonNode> entry) {
    String path =
        Pattern.quote(template)
            .replaceAll("\\{ref}$", "\\\\E.+\\\\Q")
            .replace("{ref}", "\\E.+\\Q")
            .replaceAll("\\{[a-z_]+}", "\\\\E[^/]+\\\\Q");
    return new Operation(
        entry.getKey().toUpperCase(Locale.ROOT), template, Pattern.compile(path), entry.getValue());
  }

  /** The schema of a body of this media type; null when the document has none. */
  static @Nullable JsonNode schemaOf(JsonNode described, String mediaType) {
    JsonNode content = described.path("content").path(mediaType);
    return content.isMissingNode() ? null : content.path("schema");
  }
}
