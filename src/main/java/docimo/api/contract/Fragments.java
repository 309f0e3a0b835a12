package docimo.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import docimo.exchange.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Reads the files that the document is made of and puts them into one. Where a file has {@code
 * {$example: NAME}}, the example of that name stands in the document. For one thread.
 */
final class Fragments {

  private static final String EXAMPLE = "$example";

  private final ObjectNode document = Json.tree(Map.of());

  /** Adds paths and components of a file; whatever else it has must not be there yet. */
  void add(String theme) {
    ObjectNode fragment = yaml(theme);
    fragment.remove("components").properties().forEach(this::addComponents);
    addAll("paths", document, (ObjectNode) fragment.remove("paths"));
    fragment.properties().forEach(entry -> put(document, entry, "the document"));
  }

  /** All that was added. */
  ObjectNode document() {
    return document;
  }

  /** A file of this folder. */
  ObjectNode yaml(String name) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    Object plain = new Yaml(new SafeConstructor(options)).load(resource(name + ".yaml"));
    return (ObjectNode) withExamples(Json.tree(plain));
  }

  /** What the service once answered, or was asked. */
  JsonNode example(String name) {
    return Json.read(resource("examples/" + name + ".json"));
  }

  private void addComponents(Map.Entry<String, JsonNode> kind) {
    addAll(kind.getKey(), document.withObjectProperty("components"), (ObjectNode) kind.getValue());
  }

  private static void addAll(String name, ObjectNode target, ObjectNode more) {
    ObjectNode known = target.withObjectProperty(name);
    more.properties().forEach(entry -> put(known, entry, name));
  }

  private static void put(ObjectNode target, Map.Entry<String, JsonNode> entry, String place) {
    if (target.has(entry.getKey())) {
      throw new IllegalStateException(place + " has '" + entry.getKey() + "' twice; rename one");
    }
    target.set(entry.getKey(), entry.getValue());
  }

  private JsonNode withExamples(JsonNode node) {
    if (node instanceof ObjectNode object) {
      if (object.has(EXAMPLE)) {
        return example(object.get(EXAMPLE).textValue());
      }
      object.properties().forEach(entry -> entry.setValue(withExamples(entry.getValue())));
    } else if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        list.set(i, withExamples(list.get(i)));
      }
    }
    return node;
  }

  private static String resource(String name) {
    String path = "/docimo/api/contract/" + name;
    try (InputStream in = Fragments.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("docimo was built without " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }
}
