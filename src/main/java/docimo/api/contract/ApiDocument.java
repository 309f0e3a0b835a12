package docimo.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import docimo.exchange.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * The OpenAPI document of the service, as JSON and as YAML. It is written by hand in files by
 * theme; here they are put together, examples are read in and problems are written out. Immutable
 * and thread-safe.
 */
public final class ApiDocument {

  /** The files by theme; the first one has what there is once. */
  private static final List<String> THEMES =
      List.of(
          "service",
          "grades",
          "questions",
          "screenings",
          "submissions",
          "jobs",
          "results",
          "reviews",
          "audit",
          "candidates",
          "keys");

  private final ObjectNode tree;
  private final StoredFile json;
  private final StoredFile yaml;

  private ApiDocument(ObjectNode tree) {
    this.tree = tree;
    this.json =
        new StoredFile("application/json", Json.write(tree).getBytes(StandardCharsets.UTF_8));
    this.yaml = new StoredFile("application/yaml", yaml(tree).getBytes(StandardCharsets.UTF_8));
  }

  /** The document; put together when somebody first asks. */
  public static ApiDocument shared() {
    return Holder.SHARED;
  }

  /** The document as JSON. */
  public StoredFile json() {
    return json;
  }

  /** The document as YAML. */
  public StoredFile yaml() {
    return yaml;
  }

  /** A copy of the document as a tree. */
  public JsonNode tree() {
    return tree.deepCopy();
  }

  private static ApiDocument read() {
    Fragments fragments = new Fragments();
    THEMES.forEach(fragments::add);
    ObjectNode document = fragments.document();
    ProblemCatalogue.read(fragments).writeInto(document);
    return new ApiDocument(document);
  }

  /** By way of plain maps and lists, none of which is there twice: the text has no anchors. */
  private static String yaml(ObjectNode tree) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setSplitLines(false);
    options.setAllowUnicode(true);
    return new Yaml(options).dump(new ObjectMapper().convertValue(tree, Object.class));
  }

  private static final class Holder {
    static final ApiDocument SHARED = read();
  }
}
