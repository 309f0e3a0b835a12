package docimo.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import docimo.exchange.Json;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Makes requests from the contract: valid ones, nearly valid ones and hostile ones. The same seed
 * makes the same requests.
 */
final class HostileRequests {

  /** A request; each character of its headers and its body is a byte. */
  record Request(String method, String path, Map<String, String> headers, String body) {}

  /** What comes back out of place when a reply repeats it as it is. */
  static final String MARKUP = "<script>alert(7)</script>";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** All but those of keys, which the service of the tests has not got. */
  private static final List<Contract.Operation> OPERATIONS =
      Contract.operations().stream()
          .filter(operation -> !operation.template().startsWith("/v1/keys"))
          .toList();

  private static final List<String> TEXTS =
      List.of(
          MARKUP,
          "",
          " ",
          "\u0000",
          "\u0007\u001b[31m",
          "\u202e\u2066\ufeff",
          "\ud800",
          "\ud83d\ude00".repeat(200),
          "a".repeat(70_000),
          "../../../../etc/passwd",
          "'; DROP TABLE submissions; --",
          "${jndi:ldap://127.0.0.1/a}",
          "%00%ff%zz",
          "any 999 of \n",
          "2026-13-45T99:99:99Z",
          "((((((((((a+)+)+)+)+)+)+)+)+)+)$".repeat(50),
          "İıſK ﷺ".repeat(100));

  private static final List<String> NUMBERS =
      List.of(
          "-0",
          "1e400",
          "-1e400",
          "1e-400",
          "9".repeat(400),
          "9007199254740993",
          "0.1e1",
          "2147483648",
          "-9223372036854775809",
          "0." + "0".repeat(500) + "1");

  private static final List<String> MEDIA_TYPES =
      List.of(
          "application/json",
          "application/json; charset=utf-8",
          "application/json; charset=utf-16",
          "application/vnd.x+json",
          "text/csv",
          "application/x-ndjson",
          "text/plain",
          MARKUP,
          "/;;;,");

  private final Random random;

  /** What paths may name; real ones and others. */
  private final Map<String, List<String>> names;

  HostileRequests(long seed, Map<String, List<String>> names) {
    this.random = new Random(seed);
    this.names = names;
  }

  Request next(int number) {
    Contract.Operation operation = OPERATIONS.get(number % OPERATIONS.size());
    Map<String, String> headers = new TreeMap<>();
    headers.put("Docimo-Actor", "fuzz");
    byte[] body = operation.takesBody() ? body(operation, headers) : new byte[0];
    if (chance(6)) {
      headers.put(
          pick(
              List.of(
                  "If-Match",
                  "Docimo-Actor",
                  "Accept",
                  "X-Odd",
                  "Expect",
                  "Content-Encoding",
                  "If-None-Match",
                  "Origin",
                  "Cookie")),
          header());
    }
    String method = chance(40) ? pick(List.of("HEAD", "OPTIONS", "PATCH")) : operation.method();
    return new Request(
        method,
        path(operation.template()) + query(operation),
        headers,
        new String(body, StandardCharsets.ISO_8859_1));
  }

  private String path(String template) {
    StringBuilder path = new StringBuilder();
    for (String part : template.split("(?=\\{)|(?<=})")) {
      if (part.startsWith("{")) {
        List<String> known = names.getOrDefault(template, List.of("nope"));
        path.append(encoded(chance(4) ? pick(TEXTS) : pick(known)));
      } else {
        path.append(part);
      }
    }
    return path.toString();
  }

  private String query(Contract.Operation operation) {
    List<String> parts = new ArrayList<>();
    for (JsonNode parameter : operation.parameters()) {
      if (parameter.path("in").asText().equals("query") && !chance(3)) {
        String value = parameter.path("example").asText();
        parts.add(parameter.path("name").asText() + "=" + (chance(3) ? odd() : encoded(value)));
      }
    }
    if (chance(12)) {
      parts.add(odd() + "=" + odd());
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  private String odd() {
    return encoded(chance(2) ? pick(TEXTS) : pick(NUMBERS));
  }

  private byte[] body(Contract.Operation operation, Map<String, String> headers) {
    List<String> types = new ArrayList<>();
    JsonNode content = operation.body().path("content");
    content.fieldNames().forEachRemaining(types::add);
    String type = pick(types);
    headers.put("Content-Type", chance(15) ? pick(MEDIA_TYPES) : type);
    JsonNode described = content.path(type);
    List<JsonNode> examples = new ArrayList<>();
    described.path("examples").forEach(example -> examples.add(example.path("value")));
    if (described.has("example")) {
      examples.add(described.get("example"));
    }
    JsonNode example = pick(examples);
    if (example.isTextual()) {
      return bent(example.textValue());
    }
    JsonNode value = example.deepCopy();
    for (int i = random.nextInt(3); i > 0; i--) {
      value = mutated(value, 0);
    }
    return chance(6) ? bent(Json.write(value)) : Json.write(value).getBytes(StandardCharsets.UTF_8);
  }

  private JsonNode mutated(JsonNode value, int depth) {
    if (value instanceof ObjectNode object && !object.isEmpty() && (depth == 0 || !chance(4))) {
      List<String> fields = new ArrayList<>();
      object.fieldNames().forEachRemaining(fields::add);
      String name = pick(fields);
      switch (random.nextInt(5)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(pick(TEXTS), value());
        default -> object.set(name, mutated(object.get(name), depth + 1));
      }
      return object;
    }
    if (value instanceof ArrayNode list && !list.isEmpty() && !chance(4)) {
      int at = random.nextInt(list.size());
      list.set(at, mutated(list.get(at), depth + 1));
      return list;
    }
    return value();
  }

  private JsonNode value() {
    return switch (random.nextInt(7)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> Json.read(pick(NUMBERS));
      case 3 -> NODES.numberNode(random.nextInt(5) - 1);
      case 4 -> NODES.arrayNode().add(pick(TEXTS)).add(1);
      case 5 -> NODES.objectNode().put(pick(TEXTS), pick(TEXTS));
      default -> NODES.textNode(pick(TEXTS));
    };
  }

  /** The text with something broken in it. */
  private byte[] bent(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
    out.write(bytes, 0, at);
    out.writeBytes(
        switch (random.nextInt(6)) {
          case 0 -> new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF};
          case 1 -> "[".repeat(5_000).getBytes(StandardCharsets.UTF_8);
          case 2 -> "{\"a\":".repeat(2_000).getBytes(StandardCharsets.UTF_8);
          case 3 -> "\"\n\"".getBytes(StandardCharsets.UTF_8);
          case 4 -> new byte[] {0};
          default -> new byte[0];
        });
    if (!chance(3)) {
      out.write(bytes, at, bytes.length - at);
    }
    return out.toByteArray();
  }

  private String header() {
    return pick(
        List.of(
            "\"1\"",
            "*",
            MARKUP,
            "é\u0080",
            "x".repeat(3_000),
            "\"",
            "gzip",
            "100-continue",
            ",,,",
            "W/\"\"",
            "\t"));
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static String encoded(String text) {
    String shortened = text.length() > 500 ? text.substring(0, 500) : text;
    return URLEncoder.encode(shortened, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
