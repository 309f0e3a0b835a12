package docimo.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every problem that the service can answer with: its status, what it means and what to do. Writes
 * the replies of an operation that are problems, from the names under {@code x-problems}. For one
 * thread.
 */
final class ProblemCatalogue {

  private static final String TYPES = "urn:docimo:problem:";
  private static final String MEDIA_TYPE = "application/problem+json";
  private static final String NAMES = "x-problems";
  private static final String COMPONENTS = "#/components/";
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

  private final ObjectNode groups;
  private final ObjectNode problems;
  private final Fragments fragments;

  private ProblemCatalogue(ObjectNode groups, ObjectNode problems, Fragments fragments) {
    this.groups = groups;
    this.problems = problems;
    this.fragments = fragments;
  }

  static ProblemCatalogue read(Fragments fragments) {
    ObjectNode file = fragments.yaml("problems");
    return new ProblemCatalogue(
        file.withObjectProperty("groups"), file.withObjectProperty("problems"), fragments);
  }

  /** Adds the schema, an example and a reply for each problem, and writes out the operations. */
  void writeInto(ObjectNode document) {
    ObjectNode components = document.withObjectProperty("components");
    components.withObjectProperty("schemas").set("Problem", schema());
    problems
        .properties()
        .forEach(
            problem -> {
              String name = problem.getKey();
              components.withObjectProperty("examples").set(name, example(name));
              components
                  .withObjectProperty("responses")
                  .set(componentName(name), response(List.of(name)));
            });
    for (JsonNode path : document.path("paths")) {
      for (Map.Entry<String, JsonNode> operation : path.properties()) {
        if (METHODS.contains(operation.getKey())) {
          writeOut((ObjectNode) operation.getValue());
        }
      }
    }
  }

  private void writeOut(ObjectNode operation) {
    Map<Integer, List<String>> byStatus = new TreeMap<>();
    for (String name : names(operation.remove(NAMES))) {
      int status = problem(name).path("status").intValue();
      byStatus.computeIfAbsent(status, any -> new ArrayList<>()).add(name);
    }
    ObjectNode responses = operation.withObjectProperty("responses");
    byStatus.forEach(
        (status, raised) -> {
          String key = status.toString();
          if (raised.size() == 1) {
            responses
                .putObject(key)
                .put("$ref", COMPONENTS + "responses/" + componentName(raised.get(0)));
          } else {
            responses.set(key, response(raised));
          }
        });
  }

  /** In alphabetical order; groups are replaced by their problems. */
  private Set<String> names(JsonNode listed) {
    Set<String> names = new TreeSet<>();
    groups.path("every").forEach(name -> names.add(name.textValue()));
    Iterator<JsonNode> all = listed == null ? List.<JsonNode>of().iterator() : listed.elements();
    while (all.hasNext()) {
      String name = all.next().textValue();
      if (groups.has(name)) {
        groups.path(name).forEach(member -> names.add(member.textValue()));
      } else {
        names.add(name);
      }
    }
    return names;
  }

  private JsonNode problem(String name) {
    if (!problems.has(name)) {
      throw new IllegalStateException("problems.yaml has no '" + name + "'; add it");
    }
    return problems.get(name);
  }

  private ObjectNode response(List<String> names) {
    ObjectNode response = problems.objectNode();
    StringBuilder description = new StringBuilder();
    for (String name : names) {
      JsonNode problem = problem(name);
      description.append(names.size() > 1 ? "- `" + name + "`: " : "");
      description.append(text(problem, "means")).append(' ').append(text(problem, "remedy"));
      description.append('\n');
    }
    response.put("description", description.toString().strip());
    if (names.stream().anyMatch(name -> problem(name).path("retry").booleanValue())) {
      reference(response.withObjectProperty("headers"), "Retry-After", "headers/RetryAfter");
    }
    if (names.contains("method-not-allowed")) {
      reference(response.withObjectProperty("headers"), "Allow", "headers/Allow");
    }
    ObjectNode content = response.withObjectProperty("content").withObjectProperty(MEDIA_TYPE);
    reference(content, "schema", "schemas/Problem");
    for (String name : names) {
      reference(content.withObjectProperty("examples"), name, "examples/" + name);
    }
    return response;
  }

  private ObjectNode example(String name) {
    ObjectNode example = problems.objectNode();
    example.put("summary", text(problem(name), "title"));
    example.set("value", fragments.example("problems/" + name));
    return example;
  }

  private ObjectNode schema() {
    ObjectNode schema = problems.objectNode();
    StringBuilder description =
        new StringBuilder(
            """
            What went wrong and what to do (RFC 9457). These types there are; more may come:

            | type | status | means | remedy |
            |---|---|---|---|
            """);
    ArrayNode types = problems.arrayNode();
    problems
        .properties()
        .forEach(
            entry -> {
              JsonNode problem = entry.getValue();
              types.add(TYPES + entry.getKey());
              description.append("| `").append(TYPES).append(entry.getKey()).append("` | ");
              description.append(problem.path("status").intValue()).append(" | ");
              description.append(text(problem, "means")).append(" | ");
              description.append(text(problem, "remedy")).append(" |\n");
            });
    description.append(
        "\nAnother status that the server itself gives has the type `"
            + TYPES
            + "http-STATUS`, such as `http-505`.\n");
    schema.put("description", description.toString());
    schema.put("type", "object");
    schema.putArray("required").add("type").add("title").add("status").add("detail");
    ObjectNode fields = schema.putObject("properties");
    ObjectNode type = string(fields, "type", "the kind of problem. Stable. Open; more may come.");
    type.put("pattern", "^" + TYPES + "[a-z0-9-]+$").set("x-extensible-enum", types);
    string(fields, "title", "the kind of problem in a few words");
    fields
        .putObject("status")
        .put("description", "the HTTP status")
        .put("type", "integer")
        .put("minimum", 400)
        .put("maximum", 599);
    string(fields, "detail", "what went wrong this time and what to do; no text of an answer");
    string(fields, "pointer", "JSON pointer to the field at fault; absent when no one field is");
    return schema;
  }

  private static ObjectNode string(ObjectNode fields, String name, String description) {
    return fields.putObject(name).put("description", description).put("type", "string");
  }

  private static void reference(ObjectNode object, String name, String component) {
    object.putObject(name).put("$ref", COMPONENTS + component);
  }

  private static String text(JsonNode problem, String field) {
    return problem.path(field).textValue();
  }

  /** "job-state" becomes "JobState". */
  private static String componentName(String name) {
    StringBuilder component = new StringBuilder();
    for (String word : name.split("-")) {
      component.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return component.toString();
  }
}
