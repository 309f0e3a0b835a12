package docimo.api;

import static docimo.api.OfficeService.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.access.Scope;
import docimo.evaluation.attack.AttackKind;
import docimo.exchange.Json;
import docimo.grading.InferenceGate;
import docimo.metrics.Metrics;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every route times every sort of caller. Writes what it saw into {@code target/access-table.md}. A
 * new route needs an id in {@link #idOf} if it has one, and a body in {@link #BODIES} if it takes
 * one.
 */
final class IsolationTest {

  private static final Path TABLE = Path.of("target", "access-table.md");
  private static final Pattern PARAMETER = Pattern.compile("\\{[a-z]+}|<[a-z]+>");
  private static final Map<String, Object> MARK = Map.of("mark", 0.5, "reason", "So it is.");
  private static final Map<String, Object> PLAN =
      Map.of("title", "T", "questions", List.of(Map.of("question_id", "own")), "version", 1);

  private static final Map<String, Object> ROW =
      Map.of("question_id", "own", "answer", "Bread rises.");

  /** A body that would be taken, for each route that needs one. */
  private static final Map<String, Object> BODIES =
      Map.ofEntries(
          Map.entry("POST /v1/grades", ROW),
          Map.entry("POST /v1/grades:batch", List.of(ROW)),
          Map.entry(
              "POST /v1/questions/{id}/attacks",
              Map.of("kinds", List.of(AttackKind.SHUFFLED_WORDS.name().toLowerCase(Locale.ROOT)))),
          Map.entry("POST /v1/questions", question("another")),
          Map.entry("PUT /v1/questions/{id}", revised()),
          Map.entry("POST /v1/screenings", plan()),
          Map.entry("PUT /v1/screenings/{id}", PLAN),
          Map.entry("POST /v1/screenings/{id}/state", Map.of("state", "open", "version", 1)),
          Map.entry(
              "POST /v1/screenings/{id}/submissions",
              Map.of(
                  "candidate_ref", "candidate_three", "question_id", "own", "answer", "It rises.")),
          Map.entry("POST /v1/reviews/{case}/blind-mark", Map.of("mark", 0.5)),
          Map.entry("POST /v1/reviews/{case}/decision", MARK),
          Map.entry("POST /v1/submissions/{id}/override", MARK),
          Map.entry("POST /v1/submissions/{id}/appeal", Map.of("reason", "Look again.")),
          Map.entry("POST /v1/marks/{id}/marked-answer", Map.of("version", 1)),
          Map.entry("POST /v1/keys", Map.of("name", "made", "scopes", List.of("grade"))));

  @TempDir static Path folder;

  private static final String REGRADE = "regrade";

  private final Map<String, String> ids = new HashMap<>();

  private static Map<String, Object> question(String id) {
    return Map.of(
        "id", id, "prompt", "What makes bread rise?", "references", List.of("Yeast makes gas."));
  }

  private static Map<String, Object> revised() {
    Map<String, Object> body = new HashMap<>(question("own"));
    body.put("version", 1);
    return body;
  }

  private static Map<String, Object> plan() {
    Map<String, Object> body = new HashMap<>(PLAN);
    body.remove("version");
    return body;
  }

  /** All routes, those that remove something last. */
  private static List<Routes.Route> routes() {
    try (HttpService service =
        new HttpService(
            tenant -> {
              throw new AssertionError("never asked");
            },
            Optional::empty,
            new InferenceGate(InferenceGate.Options.standard()),
            ServiceOptions.on("127.0.0.1", 0),
            new Metrics())) {
      return service.routes().stream()
          .sorted(Comparator.comparing(route -> route.method().equals("DELETE")))
          .toList();
    }
  }

  /** Keeps something of each kind for acme. */
  private void fill(KeyedService docimo) {
    String admin = "acme admin";
    json(docimo.post("/v1/questions", admin, question("own")), 201);
    JsonNode screening = json(docimo.post("/v1/screenings", admin, plan()), 201);
    ids.put("screenings", screening.at("/id").textValue());
    String answers = "/v1/screenings/" + ids.get("screenings") + "/submissions";
    for (String candidate : List.of("candidate_one", "candidate_two")) {
      JsonNode taken =
          json(
              docimo.post(
                  answers,
                  admin,
                  Map.of(
                      "candidate_ref", candidate, "question_id", "own", "answer", "Gas, I say.")),
              201);
      ids.putIfAbsent("submissions", taken.at("/submission_id").textValue());
      ids.putIfAbsent("grades", taken.at("/grade/id").textValue());
    }
    String one = "/v1/submissions/" + ids.get("submissions");
    ids.put("marks", json(docimo.post(one + "/override", admin, MARK), 201).at("/id").textValue());
    ids.put(
        "reviews",
        json(docimo.post(one + "/appeal", "acme review", Map.of("reason", "Again.")), 201)
            .at("/id")
            .textValue());
    ids.put(
        REGRADE,
        json(
                docimo.post(
                    "/v1/screenings/" + ids.get("screenings") + "/regrade",
                    admin,
                    Map.of("apply", true)),
                202)
            .at("/id")
            .textValue());
    ids.put("jobs", gradingJob(docimo));
    ids.put("questions", "own");
    ids.put("candidates", "candidate_one");
    ids.put("results", "candidate_one");
    ids.put("keys", docimo.keyId("acme spare"));
  }

  /** A job of grades of acme that is done. */
  private static String gradingJob(KeyedService docimo) {
    HttpResponse<String> accepted =
        docimo.send(
            "POST",
            "/v1/grades:batch",
            docimo.secret("acme grade"),
            "application/json",
            Json.write(List.of(ROW)),
            "Prefer",
            "respond-async");
    String id = json(accepted, 202).at("/id").textValue();
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                json(docimo.get("/v1/jobs/" + id, "acme grade"), 200)
                    .at("/state")
                    .textValue()
                    .equals("done"));
    return id;
  }

  /** The path with ids of acme in it. */
  private String filled(Routes.Route route) {
    String path = route.path();
    if (path.equals("/v1/candidates")) {
      return path + "?ref=candidate_two";
    }
    Matcher parameter = PARAMETER.matcher(path);
    StringBuilder filled = new StringBuilder();
    while (parameter.find()) {
      String before = path.substring(0, parameter.start() - 1);
      parameter.appendReplacement(filled, idOf(before.substring(before.lastIndexOf('/') + 1)));
    }
    String suffix = path.endsWith("/progress") ? "?candidate_ref=candidate_one" : "";
    return parameter.appendTail(filled) + suffix;
  }

  private String idOf(String collection) {
    if (collection.equals("docs")) {
      return "docs.css"; // nobody's data
    }
    String id = ids.get(collection);
    assertThat(id).as("say which id a path with /" + collection + "/ takes").isNotNull();
    return String.valueOf(id);
  }

  private HttpResponse<String> call(
      KeyedService docimo, Routes.Route route, String path, @Nullable String secret) {
    if (path.endsWith("/uploads")) {
      return docimo.send(
          route.method(), path, secret, "text/csv", "candidate_ref,question_id,answer\n");
    }
    Object body = BODIES.get(route.resource());
    return docimo.send(
        route.method(),
        path,
        secret,
        body == null ? null : "application/json",
        body == null ? null : Json.write(body));
  }

  @Test
  void everyRouteLetsInWhomItSaysAndNobodyElse() throws IOException {
    SoftAssertions all = new SoftAssertions();
    List<String> table = new ArrayList<>();
    try (KeyedService docimo = KeyedService.start(folder)) {
      fill(docimo);
      for (Routes.Route route : routes()) {
        table.add(row(docimo, route, all));
      }
    }
    Files.createDirectories(TABLE.getParent());
    Files.writeString(
        TABLE,
        "| route | needs | no key | revoked | zeta's keys | grade | questions:write | review |"
            + " admin |\n|---|---|---|---|---|---|---|---|---|\n"
            + String.join("\n", table)
            + "\n");
    all.assertAll();
  }

  private String row(KeyedService docimo, Routes.Route route, SoftAssertions all) {
    String path = filled(route);
    Map<String, Integer> seen = new LinkedHashMap<>();
    boolean open = route.need().kind() == Need.Kind.NOTHING;
    seen.put("no key", call(docimo, route, path, null).statusCode());
    seen.put("revoked", call(docimo, route, path, docimo.secret("acme revoked")).statusCode());
    seen.forEach(
        (who, status) -> {
          if (open) {
            all.assertThat(status).as(route.resource() + " open for " + who).isLessThan(400);
          } else {
            all.assertThat(status).as(route.resource() + " with " + who).isEqualTo(401);
          }
        });
    if (route.method().equals("GET") && !open) {
      int head = docimo.send("HEAD", path, null, null, null).statusCode();
      all.assertThat(head).as("HEAD " + route.path()).isEqualTo(401);
    }
    boolean contract = path.startsWith("/openapi.") || path.startsWith("/docs");
    seen.put(
        "zeta", // the contract is the same for everybody
        contract
            ? call(docimo, route, path, docimo.secret("zeta admin")).statusCode()
            : ofAnotherTenant(docimo, route, path, all));
    for (Scope scope : Scope.values()) {
      String removable = // each of those who may remove a job has one to remove
          route.resource().equals("DELETE /v1/jobs/{id}") ? "/v1/jobs/" + gradingJob(docimo) : path;
      HttpResponse<String> reply =
          call(docimo, route, removable, docimo.secret("acme " + scope.wireName()));
      seen.put(scope.wireName(), reply.statusCode());
      boolean admitted =
          open
              || (route.need().kind() == Need.Kind.SCOPE
                  && (scope == Scope.ADMIN || route.need().scopes().contains(scope)));
      String as = route.resource() + " with " + scope.wireName() + ": " + reply.body();
      if (admitted) {
        all.assertThat(reply.statusCode()).as(as).isNotIn(401, 403, 404).isLessThan(500);
      } else {
        all.assertThat(reply.statusCode()).as(as).isEqualTo(403);
      }
    }
    return "| `"
        + route.resource()
        + "` | "
        + route.need().words()
        + " | "
        + String.join(" | ", seen.values().stream().map(String::valueOf).toList())
        + " |";
  }

  /** Whatever the scopes: what acme has is not there for zeta, neither by its id nor in a list. */
  private int ofAnotherTenant(
      KeyedService docimo, Routes.Route route, String path, SoftAssertions all) {
    HttpResponse<String> reply = call(docimo, route, path, docimo.secret("zeta spare"));
    boolean hasId =
        !path.equals(route.path())
            || route.resource().equals("POST /v1/grades")
            || route.resource().equals("POST /v1/screenings");
    String as = route.resource() + " for another tenant: " + reply.body();
    if (route.need().kind() == Need.Kind.OPERATOR) {
      all.assertThat(reply.statusCode()).as(as).isEqualTo(403);
    } else if (route.resource().equals("POST /v1/screenings")) {
      all.assertThat(reply.statusCode()).as(as).isEqualTo(422); // there is no such question
    } else if (route.resource().equals("POST /v1/grades:batch")) {
      all.assertThat(reply.body()).as(as).contains("\"failed\"", "question_not_found");
    } else if (hasId) {
      all.assertThat(reply.statusCode()).as(as).isEqualTo(404);
    } else {
      all.assertThat(reply.statusCode()).as(as).isLessThan(400);
      ids.values().stream()
          .filter(id -> id.length() >= 16)
          .forEach(id -> all.assertThat(reply.body()).as(as).doesNotContain(id));
      all.assertThat(reply.body())
          .as(as)
          .doesNotContain("\"own\"", "candidate_one", "candidate_two");
    }
    return reply.statusCode();
  }

  @Test
  void aKeyForGradesSeesNoJobOfAScreening() {
    Path jobs = folder.resolve("jobs");
    try (KeyedService docimo = KeyedService.start(jobs)) {
      fill(docimo);
      String path = "/v1/jobs/" + ids.get(REGRADE);
      for (String route : List.of(path, path + "/events")) {
        json(docimo.get(route, "acme grade"), 403);
      }
      for (String act : List.of("/cancel", "/resume")) {
        json(docimo.send("POST", path + act, docimo.secret("acme grade"), null, null), 403);
      }
      json(docimo.get(path, "acme review"), 200);
      json(docimo.get(path + "/results", "acme grade"), 409);
    }
  }

  @Test
  void theTableOfTheDocumentationSaysWhatEachRouteNeeds() throws IOException {
    Map<String, String> documented = new TreeMap<>();
    Matcher row =
        Pattern.compile("(?m)^\\| `((?:GET|POST|PUT|DELETE) [^`]+)` \\| ([^|]+) \\|$")
            .matcher(Files.readString(Path.of("src", "docs", "security.md")));
    while (row.find()) {
      documented.put(row.group(1), row.group(2).replace("`", "").strip());
    }
    Map<String, String> registered = new TreeMap<>();
    routes().forEach(route -> registered.put(route.resource(), route.need().words()));
    assertThat(documented).isEqualTo(registered);
  }

  @Test
  void eachTenantMarksByItsOwnQuestion() {
    Path own = folder.resolve("own");
    try (KeyedService docimo = KeyedService.start(own)) {
      for (String tenant : List.of("acme", "zeta")) {
        Map<String, Object> question =
            Map.of(
                "id",
                "same",
                "prompt",
                "Who are you?",
                "references",
                List.of("I am " + tenant + "."));
        json(docimo.post("/v1/questions", tenant + " questions:write", question), 201);
      }
      assertThat(docimo.get("/v1/questions/same", "acme review").body())
          .contains("I am acme.")
          .doesNotContain("zeta");
      assertThat(docimo.get("/v1/questions/same", "zeta review").body()).contains("I am zeta.");
      assertThat(docimo.get("/v1/questions/same", "default review").statusCode()).isEqualTo(404);
      assertThat(docimo.get("/v1/questions/tcp", "acme review").statusCode()).isEqualTo(200);
    }
  }
}
