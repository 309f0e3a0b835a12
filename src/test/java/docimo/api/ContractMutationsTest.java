package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import docimo.exchange.Json;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The schema of a body and the service refuse the same: examples are changed in one place at a
 * time, and both are asked. Where the service knows more than a schema can say, its words are in
 * {@link #MEANING}.
 */
final class ContractMutationsTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** What is no matter of types and ranges. */
  private static final List<String> MEANING =
      List.of(
          "characters at most",
          "asks for more key points than there are",
          "names no question that is served",
          "has the question",
          "is missing; send the version",
          "is not the id in the address",
          "must be 'all'");

  private static final List<JsonNode> VALUES =
      List.of(
          NODES.nullNode(),
          NODES.textNode(""),
          NODES.textNode("  "),
          NODES.textNode("x"),
          NODES.textNode("a\u0001b"),
          NODES.textNode("erased:x"),
          NODES.textNode("closed"),
          NODES.textNode("any 1"),
          NODES.numberNode(0),
          NODES.numberNode(-1),
          NODES.numberNode(0.5),
          NODES.numberNode(1),
          NODES.numberNode(1.5),
          NODES.numberNode(1e300),
          NODES.booleanNode(true),
          NODES.arrayNode(),
          NODES.arrayNode().add(1),
          NODES.arrayNode().add("x"),
          NODES.arrayNode().add(""),
          NODES.arrayNode().addNull(),
          NODES.objectNode(),
          NODES.objectNode().put("surprise", 1));

  @TempDir static Path folder;

  private static OfficeService docimo;

  /** For what is done with keys, which the other one has not got. */
  private static KeyedService keyed;

  @BeforeAll
  static void start() {
    docimo = new OfficeService(folder, ExampleBook.BANK);
    docimo.send("POST", "/v1/questions", "rita", "application/json", example("question-request"));
    keyed = KeyedService.start(folder.resolve("keyed"));
  }

  @AfterAll
  static void stop() {
    docimo.close();
    keyed.close();
  }

  static Stream<Contract.Operation> operations() {
    return Contract.operations().stream()
        .filter(operation -> schema(operation).isObject())
        .filter(operation -> !schema(operation).path("type").asText().equals("array"));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void serviceAndSchemaRefuseTheSame(Contract.Operation operation) {
    JsonNode schema = schema(operation);
    String path = path(operation);
    List<String> differences = new ArrayList<>();
    for (JsonNode example : examples(operation)) {
      assertThat(isRefused(send(operation, path, example))).isFalse();
      mutations(schema, example)
          .forEach(
              (what, body) -> {
                HttpResponse<String> response = send(operation, path, body);
                boolean valid = Contract.violations(schema, body).isEmpty();
                boolean refused = isRefused(response);
                if (valid == refused && !(valid && isMeaning(response))) {
                  differences.add(what + " schema says " + valid + ": " + response.body());
                }
              });
    }

    assertThat(differences).isEmpty();
  }

  private static boolean isMeaning(HttpResponse<String> response) {
    return MEANING.stream().anyMatch(response.body()::contains);
  }

  private static boolean isRefused(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isLessThan(500).isNotEqualTo(400);
    return response.statusCode() == 422;
  }

  private static HttpResponse<String> send(
      Contract.Operation operation, String path, JsonNode body) {
    return ofKeys(operation)
        ? keyed.send(
            operation.method(),
            path,
            keyed.secret("acme admin"),
            "application/json",
            Json.write(body))
        : docimo.send(operation.method(), path, "rita", "application/json", Json.write(body));
  }

  private static boolean ofKeys(Contract.Operation operation) {
    return operation.template().startsWith("/v1/keys");
  }

  private static JsonNode schema(Contract.Operation operation) {
    return operation.body().at("/content/application~1json/schema");
  }

  /** Something real where the operation would not look at the body otherwise. */
  private static String path(Contract.Operation operation) {
    String path = operation.template();
    if (ofKeys(operation)) {
      return path.replace("{id}", keyed.keyId("acme spare"));
    }
    if (path.startsWith("/v1/screenings/{id}")) {
      return path.replace("{id}", docimo.screening(Map.of("title", "Juniors")));
    }
    if (path.equals("/v1/questions/{id}")) {
      return "/v1/questions/bread";
    }
    return path.replace("/questions/{id}", "/questions/autoencoders")
        .replaceAll("\\{[a-z]+}", "no");
  }

  private static List<JsonNode> examples(Contract.Operation operation) {
    JsonNode content = operation.body().at("/content/application~1json");
    List<JsonNode> examples = new ArrayList<>();
    if (content.has("example")) {
      examples.add(content.get("example"));
    }
    content.path("examples").forEach(example -> examples.add(example.get("value")));
    return examples;
  }

  private static String example(String name) {
    return Json.write(ExampleBook.read(name));
  }

  /** By what was changed. */
  private static Map<String, JsonNode> mutations(JsonNode schema, JsonNode example) {
    Map<String, JsonNode> mutations = new LinkedHashMap<>();
    mutate("", List.of(schema), example, changed -> changed, mutations);
    VALUES.stream()
        .filter(value -> !value.isObject())
        .forEach(value -> mutations.put("all is " + value, value));
    return mutations;
  }

  /**
   * @param schemas what the value may be
   * @param into puts another value in the place of this one, in a copy of the whole
   */
  private static void mutate(
      String pointer,
      List<JsonNode> schemas,
      JsonNode value,
      UnaryOperator<JsonNode> into,
      Map<String, JsonNode> found) {
    if (value instanceof ObjectNode object) {
      found.put(pointer + " surprise", into.apply(object.deepCopy().put("surprise", 1)));
      Set<String> names = new LinkedHashSet<>();
      alternatives(schemas)
          .forEach(s -> s.path("properties").fieldNames().forEachRemaining(names::add));
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        found.put(pointer + "/" + name + " removed", into.apply(without(object, name)));
        List<JsonNode> field =
            alternatives(schemas).stream().map(s -> s.path("properties").path(name)).toList();
        UnaryOperator<JsonNode> set = other -> into.apply(with(object, name, other));
        tryValues(pointer + "/" + name, field, set, found);
        mutate(pointer + "/" + name, field, object.path(name), set, found);
      }
    } else if (value instanceof ArrayNode list && !list.isEmpty()) {
      List<JsonNode> item = alternatives(schemas).stream().map(s -> s.path("items")).toList();
      UnaryOperator<JsonNode> set = other -> into.apply(list.deepCopy().set(0, other));
      tryValues(pointer + "/0", item, set, found);
      mutate(pointer + "/0", item, list.get(0), set, found);
    }
  }

  private static void tryValues(
      String pointer,
      List<JsonNode> schemas,
      UnaryOperator<JsonNode> set,
      Map<String, JsonNode> found) {
    List<JsonNode> values = new ArrayList<>(VALUES);
    alternatives(schemas).forEach(schema -> values.addAll(borders(schema)));
    values.forEach(v -> found.put(pointer + " is " + shortened(v), set.apply(v)));
  }

  /** Values at both sides of each border of a schema. */
  private static List<JsonNode> borders(JsonNode schema) {
    List<JsonNode> values = new ArrayList<>();
    for (String border : List.of("minimum", "maximum", "exclusiveMinimum")) {
      if (schema.has(border)) {
        double at = schema.get(border).doubleValue();
        values.add(NODES.numberNode(at));
        values.add(NODES.numberNode(Math.abs(at) > 1e9 ? at * 2 : at - 0.0005));
        values.add(NODES.numberNode(Math.abs(at) > 1e9 ? -at * 2 : at + 0.0005));
        values.add(NODES.numberNode(at + 1));
      }
    }
    if (schema.has("maxLength")) {
      int most = schema.get("maxLength").intValue();
      values.add(NODES.textNode("x".repeat(most)));
      values.add(NODES.textNode("x".repeat(most + 1)));
    }
    if (schema.has("maxItems")) {
      int most = schema.get("maxItems").intValue();
      values.add(repeated(most));
      values.add(repeated(most + 1));
    }
    schema.path("enum").forEach(values::add);
    return values;
  }

  private static ArrayNode repeated(int count) {
    ArrayNode list = NODES.arrayNode();
    for (int i = 0; i < count; i++) {
      list.add("x" + i);
    }
    return list;
  }

  /** The schema and all that it is made of. */
  private static List<JsonNode> alternatives(List<JsonNode> schemas) {
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode schema : schemas) {
      JsonNode resolved = Contract.resolved(schema);
      all.add(resolved);
      for (String kind : List.of("anyOf", "oneOf")) {
        List<JsonNode> parts = new ArrayList<>();
        resolved.path(kind).forEach(parts::add);
        all.addAll(parts.isEmpty() ? List.of() : alternatives(parts));
      }
    }
    return all;
  }

  private static ObjectNode without(ObjectNode object, String name) {
    ObjectNode copy = object.deepCopy();
    copy.remove(name);
    return copy;
  }

  private static ObjectNode with(ObjectNode object, String name, JsonNode value) {
    ObjectNode copy = object.deepCopy();
    copy.set(name, value);
    return copy;
  }

  private static String shortened(JsonNode value) {
    String text = value.toString();
    return text.length() < 40 ? text : text.substring(0, 20) + "… (" + text.length() + ")";
  }
}
