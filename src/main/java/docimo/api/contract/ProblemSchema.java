package docimo.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The schema of a problem document, with the list of all types. Pure functions. */
final class ProblemSchema {

  private static final String TYPES = "urn:docimo:problem:";

  private ProblemSchema() {}

  /** The schema, made of the problems by name. */
  static ObjectNode of(ObjectNode problems) {
    ObjectNode schema = problems.objectNode();
    schema.put("description", description(problems));
    schema.put("type", "object");
    schema.putArray("required").add("type").add("title").add("status").add("detail");
    ObjectNode fields = schema.putObject("properties");
    ArrayNode types = problems.arrayNode();
    problems.fieldNames().forEachRemaining(name -> types.add(TYPES + name));
    string(fields, "type", "the kind of problem. Stable. Open; more may come.")
        .put("pattern", "^" + TYPES + "[a-z0-9-]+$")
        .set("x-extensible-enum", types);
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

  private static String description(ObjectNode problems) {
    StringBuilder table =
        new StringBuilder(
            """
            What went wrong and what to do (RFC 9457). These types there are; more may come:

            | type | status | means | remedy |
            |---|---|---|---|
            """);
    for (Map.Entry<String, JsonNode> problem : problems.properties()) {
      table.append("| `").append(TYPES).append(problem.getKey()).append("` |");
      for (String column : new String[] {"status", "means", "remedy"}) {
        table.append(' ').append(problem.getValue().path(column).asText()).append(" |");
      }
      table.append('\n');
    }
    return table
        .append("\nAnother status that the server itself gives has the type `")
        .append(TYPES)
        .append("http-STATUS`, such as `http-505`.\n")
        .toString();
  }
}
