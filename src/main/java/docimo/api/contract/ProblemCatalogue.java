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

  /** Adds the schema and an example of each problem, and writes out the replies of operations. */
  void writeInto(ObjectNode document) {
    ObjectNode components = document.withObjectProperty("components");
    components.withObjectProperty("schemas").set("Problem", ProblemSchema.of(problems));
    Set<String> raised = new TreeSet<>();
    for (JsonNode path : document.path("paths")) {
      for (Map.Entry<String, JsonNode> operation : path.properties()) {
        if (METHODS.contains(operation.getKey())) {
          ObjectNode reusable = components.withObjectProperty("responses");
          raised.addAll(writeOut((ObjectNode) operation.getValue(), reusable));
        }
      }
    }
    addExamples(components, raised);
  }

  /** The problems that no operation raises stand in the schema. */
  private void addExamples(ObjectNode components, Set<String> raised) {
    ArrayNode others = components.at("/schemas/Problem").withArray("examples");
    for (Map.Entry<String, JsonNode> problem : problems.properties()) {
      String name = problem.getKey();
      JsonNode value = fragments.example("problems/" + name);
      if (raised.contains(name)) {
        components
            .withObjectProperty("examples")
            .putObject(name)
            .put("summary", text(problem.getValue(), "title"))
            .set("value", value);
      } else {
        others.add(value);
      }
    }
  }

  private Set<String> writeOut(ObjectNode operation, ObjectNode reusable) {
    Map<Integer, List<String>> byStatus = new TreeMap<>();
    Set<String> names = names(operation.remove(NAMES));
    for (String name : names) {
      int status = problem(name).path("status").intValue();
      byStatus.computeIfAbsent(status, any -> new ArrayList<>()).add(name);
    }
    ObjectNode responses = operation.withObjectProperty("responses");
    byStatus.forEach(
        (status, raised) -> {
          String key = status.toString();
          if (raised.size() == 1) {
            String component = componentName(raised.get(0));
            reusable.set(component, response(raised));
            reference(responses, key, "responses/" + component);
          } else {
            responses.set(key, response(raised));
          }
        });
    return names;
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
    if (names.stream().anyMatch(name -> problem(name).path("challenge").booleanValue())) {
      reference(
          response.withObjectProperty("headers"), "WWW-Authenticate", "headers/WwwAuthenticate");
    }
    ObjectNode content = response.withObjectProperty("content").withObjectProperty(MEDIA_TYPE);
    reference(content, "schema", "schemas/Problem");
    for (String name : names) {
      reference(content.withObjectProperty("examples"), name, "examples/" + name);
    }
    return response;
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
