package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.TextNode;
import docimo.app.Banks;
import docimo.exchange.Json;
import docimo.question.InMemoryQuestionBank;
import docimo.question.QuestionBank;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The examples of the contract, held to what the service answers: the same fields of the same
 * types. With {@code -Ddocimo.golden=write} they are written anew, with ids, times and hashes that
 * do not change from run to run.
 */
final class ExampleBook {

  private static final Path FOLDER = Path.of("src/main/resources/docimo/api/contract/examples");
  private static final boolean WRITE = "write".equals(System.getProperty("docimo.golden"));

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|grade-[0-9]+");
  private static final Pattern SECRET = Pattern.compile("docimo_[A-Za-z0-9_-]{20,}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern TIME =
      Pattern.compile("20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\\.[0-9]+)?Z");
  private static final Pattern MONTH = Pattern.compile("20[0-9]{2}-(0[1-9]|1[0-2])(?![-0-9])");

  /** Questions that every docimo has, so that the examples can be tried on any. */
  static final QuestionBank BANK =
      new InMemoryQuestionBank(
          Banks.bundled().questions().stream()
              .filter(question -> Set.of("autoencoders", "tcp-udp").contains(question.id()))
              .toList());

  private final Map<String, String> names = new HashMap<>();
  private final Set<String> seen = new TreeSet<>();

  /** What stands in the book: a request to send, or what the service once answered. */
  static JsonNode read(String name) {
    try {
      return Json.read(Files.readString(FOLDER.resolve(name + ".json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the examples in a folder of the book. */
  static Set<String> in(String folder) throws IOException {
    try (var files = Files.list(FOLDER.resolve(folder))) {
      Set<String> found = new TreeSet<>();
      files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".json"))
          .forEach(file -> found.add(file.replace(".json", "")));
      return found;
    }
  }

  /** Those that were compared or written. */
  Set<String> seen() {
    return new HashSet<>(seen);
  }

  /** Holds an example to a reply, which must have this status. */
  JsonNode reply(String name, int status, HttpResponse<String> response) {
    assertThat(response.statusCode()).as(name + ": " + response.body()).isEqualTo(status);
    boolean json = TestService.mediaType(response).matches("application/(problem\\+)?json");
    JsonNode body = json ? Json.read(response.body()) : TextNode.valueOf(response.body());
    keep(name, body);
    return body;
  }

  /** Holds the example of a problem to a reply. */
  void problem(String type, HttpResponse<String> response) {
    problem(type, response.body());
  }

  /** Holds the example of a problem to the body of a reply. */
  void problem(String type, String body) {
    JsonNode problem = Json.read(body);
    assertThat(problem.path("type").asText()).isEqualTo("urn:docimo:problem:" + type);
    keep("problems/" + type, problem);
  }

  private void keep(String name, JsonNode reply) {
    seen.add(name);
    JsonNode stable = Json.read(stable(Json.write(reply)));
    if (WRITE) {
      write(name, stable);
    } else {
      assertThat(shape(read(name))).as("the example " + name).isEqualTo(shape(stable));
    }
  }

  private String stable(String text) {
    String ids = replaced(text, ID, this::id);
    String hashes = replaced(ids, HASH, this::hash);
    String secrets = replaced(hashes, SECRET, secret -> "docimo_" + "x".repeat(40));
    String times = replaced(secrets, TIME, time -> "2026-11-02T09:30:00Z");
    return replaced(times, MONTH, month -> "2026-11");
  }

  private String id(String id) {
    return names.computeIfAbsent(id, any -> numbered("id " + names.size()));
  }

  private String hash(String hash) {
    boolean start = hash.equals("0".repeat(64));
    return start ? hash : names.computeIfAbsent(hash, any -> digits(names.size()));
  }

  private static String digits(int number) {
    return (numbered("a" + number) + numbered("b" + number)).replace("-", "");
  }

  private static String numbered(String seed) {
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String replaced(String text, Pattern pattern, Function<String, String> other) {
    StringBuilder out = new StringBuilder();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      matcher.appendReplacement(out, Matcher.quoteReplacement(other.apply(matcher.group())));
    }
    return matcher.appendTail(out).toString();
  }

  /** The fields and their types; of a list the kinds of items. */
  private static Object shape(@Nullable JsonNode node) {
    if (node == null) {
      return "absent";
    }
    if (node.isObject()) {
      Map<String, Object> fields = new TreeMap<>();
      node.properties().forEach(e -> fields.put(e.getKey(), shape(e.getValue())));
      return fields;
    }
    if (node.isArray()) {
      Set<Object> items = new HashSet<>();
      node.forEach(item -> items.add(shape(item)));
      return items;
    }
    return node.isNumber() ? "number" : node.getNodeType().toString();
  }

  private static void write(String name, JsonNode value) {
    try {
      Files.writeString(
          FOLDER.resolve(name + ".json"),
          new ObjectMapper()
                  .enable(SerializationFeature.INDENT_OUTPUT)
                  .writeValueAsString(value)
                  .replace("\r", "")
              + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
