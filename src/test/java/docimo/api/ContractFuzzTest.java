package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.api.HostileRequests.Request;
import docimo.exchange.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No request makes the service fail, tells of its inside or gets its markup back. Requests are made
 * from the contract; how many and from which seed say the properties {@code docimo.fuzz.requests}
 * and {@code docimo.fuzz.seed}.
 */
final class ContractFuzzTest {

  private static final int REQUESTS = Integer.getInteger("docimo.fuzz.requests", 400);
  private static final long SEED = Long.getLong("docimo.fuzz.seed", 7L);

  private static final Pattern INSIDE =
      Pattern.compile(
          "(?m)^\\s+at [a-z]+\\.|Exception|(java|docimo|io\\.javalin)\\.[a-z]+\\.[A-Z]");

  @TempDir Path folder;

  @Test
  void noRequestMakesItFail() throws IOException {
    Map<String, Integer> statuses = new TreeMap<>();
    try (OfficeService docimo = new OfficeService(folder, ExampleBook.BANK)) {
      HostileRequests requests = new HostileRequests(SEED, names(docimo));
      for (int i = 0; i < REQUESTS; i++) {
        Request request = requests.next(i);
        String what =
            "seed " + SEED + ", request " + i + ": " + request.method() + " " + request.path();
        RawConnection.Reply reply = send(docimo, request);
        statuses.merge(Integer.toString(reply.status()), 1, Integer::sum);
        check(what, request, reply);
      }
      assertThat(docimo.get("/readyz").statusCode()).isEqualTo(200);
    }
    System.getLogger("docimo.fuzz").log(System.Logger.Level.INFO, "statuses: " + statuses);
    assertThat(statuses).containsKeys("200", "404", "422");
  }

  private static void check(String what, Request request, RawConnection.Reply reply) {
    assertThat(reply.status()).as(what + "\n" + reply.body()).isLessThan(500);
    String type = reply.header("content-type").replaceFirst(";.*", "");
    assertThat(reply.header("x-content-type-options")).as(what).isEqualTo("nosniff");
    if (type.equals("text/html") || type.equals("application/problem+json")) {
      assertThat(reply.body()).as(what).doesNotContain(HostileRequests.MARKUP);
    }
    if (type.equals("application/problem+json") && !request.method().equals("HEAD")) {
      assertThat(reply.body()).as(what).doesNotContainPattern(INSIDE).doesNotContain("<");
      JsonNode problem = Json.read(reply.body());
      assertThat(Contract.strictViolations(Contract.schema("Problem"), problem)).as(what).isEmpty();
      assertThat(problem.path("status").intValue()).as(what).isEqualTo(reply.status());
    }
    Contract.operation(request.method(), request.path())
        .filter(operation -> operation.method().equals(request.method()))
        .ifPresent(operation -> checkReply(what, operation, reply, type));
  }

  private static void checkReply(
      String what, Contract.Operation operation, RawConnection.Reply reply, String type) {
    boolean none = reply.status() == 404 && reply.body().contains("no-such-resource");
    boolean ofTheServer = reply.body().contains("urn:docimo:problem:http-");
    if (none || ofTheServer || reply.body().isEmpty()) {
      return; // a name that is empty or has a slash makes another address
    }
    JsonNode schema = Contract.schemaOf(operation.reply(reply.status()), type);
    assertThat(schema).as(what + ": " + reply.status() + " " + type).isNotNull();
    if (schema != null && type.matches("application/(problem\\+)?json")) {
      assertThat(Contract.strictViolations(schema, Json.read(reply.body()))).as(what).isEmpty();
    }
  }

  private static RawConnection.Reply send(OfficeService docimo, Request request)
      throws IOException {
    StringBuilder head = new StringBuilder();
    head.append(request.method()).append(' ').append(request.path()).append(" HTTP/1.1\r\n");
    head.append("Host: 127.0.0.1\r\nConnection: close\r\n");
    head.append("Content-Length: ").append(request.body().length()).append("\r\n");
    request
        .headers()
        .forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    try (RawConnection connection = docimo.connect()) {
      return connection
          .write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1))
          .write(request.body().getBytes(StandardCharsets.ISO_8859_1))
          .lastReply();
    }
  }

  /** Real names for the addresses, by template. */
  private static Map<String, List<String>> names(OfficeService docimo) {
    docimo.send("POST", "/v1/questions", "fuzz", "application/json", example("question-request"));
    HttpId ids = new HttpId(docimo);
    String screening = ids.of("/v1/screenings", example("screening-request"), "id");
    String submissions = "/v1/screenings/" + screening + "/submissions";
    String submission = ids.of(submissions, example("submission-request"), "submission_id");
    String review =
        ids.of("/v1/submissions/" + submission + "/appeal", example("appeal-request"), "id");
    String mark =
        ids.of("/v1/submissions/" + submission + "/override", example("decision-request"), "id");
    String grade =
        Json.read(docimo.get("/v1/submissions/" + submission).body()).at("/grades/0/id").asText();
    Map<String, List<String>> names = new HashMap<>();
    for (Contract.Operation operation : Contract.operations()) {
      String template = operation.template();
      List<String> known =
          template.startsWith("/v1/screenings/")
              ? List.of(screening)
              : template.startsWith("/v1/submissions/")
                  ? List.of(submission)
                  : template.startsWith("/v1/reviews/")
                      ? List.of(review)
                      : template.startsWith("/v1/marks/")
                          ? List.of(mark)
                          : template.startsWith("/v1/grades/")
                              ? List.of(grade)
                              : List.of("autoencoders", "bread", "c-17", "docs.css");
      names.put(template, known);
    }
    return names;
  }

  private static String example(String name) {
    return Json.write(ExampleBook.read(name));
  }

  /** Posts something and reads its id. */
  private record HttpId(OfficeService docimo) {

    String of(String path, String body, String field) {
      return Json.read(docimo.send("POST", path, "fuzz", "application/json", body).body())
          .path(field)
          .asText();
    }
  }
}
