package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.access.AccessConflictException;
import docimo.access.RefusedKeyException;
import docimo.evaluation.attack.AttackKind;
import docimo.exchange.Json;
import docimo.grading.Answer;
import docimo.grading.Band;
import docimo.grading.ContradictionSign;
import docimo.grading.FlagCode;
import docimo.grading.Grade;
import docimo.grading.Reason;
import docimo.grading.ReviewReason;
import docimo.grading.Severity;
import docimo.grading.Verdict;
import docimo.screening.ConflictException;
import docimo.screening.EffectiveMark;
import docimo.screening.HumanMark;
import docimo.screening.Job;
import docimo.screening.Replay;
import docimo.screening.Resubmission;
import docimo.screening.ReviewCase;
import docimo.screening.ScreeningState;
import docimo.screening.Staleness;
import docimo.screening.WeightedScore;
import docimo.screening.audit.AuditKind;
import docimo.similarity.KeywordMatch;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The OpenAPI document says what there is: no less and no more. */
final class ContractTest {

  @RegisterExtension static final TestService docimo = TestService.start();

  /** Where the constants of an enumeration stand in the document. */
  private static final Map<String, Class<? extends Enum<?>>> ENUMERATIONS =
      Map.ofEntries(
          Map.entry("Purpose", Answer.Purpose.class),
          Map.entry("GradeStatus", Grade.Status.class),
          Map.entry("NoMarkReason/properties/code", Reason.class),
          Map.entry("Band", Band.class),
          Map.entry("Verdict", Verdict.class),
          Map.entry("Flag/properties/code", FlagCode.class),
          Map.entry("Flag/properties/severity", Severity.class),
          Map.entry("ReviewReason/properties/code", ReviewReason.class),
          Map.entry(
              "KeyPointResult/properties/contradiction/properties/signs/items",
              ContradictionSign.class),
          Map.entry(
              "KeywordResults/properties/matched/items/properties/match", KeywordMatch.Kind.class),
          Map.entry("AttackKind", AttackKind.class),
          Map.entry("AttackRequest/properties/kinds/items", AttackKind.class),
          Map.entry("ScreeningState", ScreeningState.class),
          Map.entry("Resubmission", Resubmission.class),
          Map.entry("EffectiveMark/properties/source", EffectiveMark.Source.class),
          Map.entry("Staleness", Staleness.class),
          Map.entry("HumanMark/properties/kind", HumanMark.Kind.class),
          Map.entry("Job/properties/kind", Job.Kind.class),
          Map.entry("Job/properties/state", Job.State.class),
          Map.entry("WeightedScore/properties/status", WeightedScore.Status.class),
          Map.entry("ReviewCase/properties/kind", ReviewCase.Kind.class),
          Map.entry("ReviewCase/properties/state", ReviewCase.State.class),
          Map.entry("Event/properties/kind", AuditKind.class),
          Map.entry("Replay/properties/outcome", Replay.Outcome.class));

  /** A name after the beginning of a call that makes a problem. */
  private static final Pattern PROBLEM =
      Pattern.compile(
          "(?:Problem\\s*\\.of\\(\\s*(?:[\\w.()]+,\\s*)?|\\bof\\(\\s*\\d{3},\\s*"
              + "|\\bunauthorized\\(\\s*ctx,\\s*|\\bproblem\\(\\s*(?:\\d{3},\\s*)?|\\? (?=\"[a-z]+-))\"([a-z-]+[a-z])\"");

  private static final Pattern NOT_FOUND =
      Pattern.compile("(?:NotFound|NoSuchAccess)Exception\\(\\s*\"([a-z ]+)\"");

  @Test
  void everyRouteIsInTheDocumentAndNoOther() {
    Set<String> registered = new TreeSet<>();
    TestService.json(docimo.get("/"))
        .path("resources")
        .forEach(route -> registered.add(route.textValue().replaceAll("<([a-z]+)>", "{$1}")));
    Set<String> described = new TreeSet<>();
    Contract.operations().forEach(operation -> described.add(operation.name()));

    assertThat(described).containsExactlyInAnyOrderElementsOf(registered);
  }

  /** Any one of the scopes that are named will do. */
  @Test
  void everyOperationNamesTheScopesThatItsRouteNeeds() {
    for (Routes.Route route : docimo.service().routes()) {
      String template = route.path().replaceAll("<([a-z]+)>", "{$1}");
      Contract.Operation operation =
          Contract.operations().stream()
              .filter(o -> o.method().equals(route.method()) && o.template().equals(template))
              .findFirst()
              .orElseThrow();
      Set<String> described = new TreeSet<>();
      for (JsonNode alternative : operation.description().path("security")) {
        alternative.path("key").forEach(scope -> described.add(scope.textValue()));
      }
      Set<String> needed = new TreeSet<>();
      route.need().scopes().forEach(scope -> needed.add(scope.wireName()));
      assertThat(described).as(operation.name()).isEqualTo(needed);
    }
  }

  @Test
  void everyProblemThatTheCodeRaisesIsInTheDocumentAndNoOther() throws IOException {
    Set<String> raised = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/docimo"))) {
      for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        String code = Files.readString(source);
        if (source.toString().contains("docimo/api")) {
          find(PROBLEM, code, raised);
        }
        Set<String> kinds = new TreeSet<>();
        find(NOT_FOUND, code, kinds);
        kinds.forEach(kind -> raised.add(kind.replace(' ', '-') + "-not-found"));
      }
    }
    for (ConflictException.Reason reason : ConflictException.Reason.values()) {
      raised.add(lower(reason).replace('_', '-'));
    }
    for (AccessConflictException.Reason reason : AccessConflictException.Reason.values()) {
      raised.add(lower(reason).replace('_', '-'));
    }
    for (RefusedKeyException.Reason reason : RefusedKeyException.Reason.values()) {
      raised.add("key-" + lower(reason));
    }
    raised.removeIf(name -> name.startsWith("http-"));

    Set<String> described = new TreeSet<>();
    Contract.schema("Problem")
        .at("/properties/type/x-extensible-enum")
        .forEach(type -> described.add(type.textValue().replaceFirst("^urn:docimo:problem:", "")));
    assertThat(described).containsExactlyInAnyOrderElementsOf(raised);
    Contract.DOCUMENT
        .at("/components/examples")
        .forEach(e -> assertThat(e.at("/value/title")).isEqualTo(e.at("/summary")));
  }

  private static void find(Pattern pattern, String text, Set<String> found) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
  }

  @Test
  void enumerationsHaveTheConstantsOfTheCode() {
    ENUMERATIONS.forEach(
        (place, type) -> {
          JsonNode schema = Contract.DOCUMENT.at("/components/schemas/" + place);
          JsonNode listed =
              schema.has("enum") ? schema.get("enum") : schema.get("x-extensible-enum");
          assertThat(listed).as(place).isNotNull();
          List<String> names = new ArrayList<>();
          listed.forEach(name -> names.add(name.textValue()));
          assertThat(names)
              .as(place)
              .containsExactlyInAnyOrderElementsOf(
                  Arrays.stream(type.getEnumConstants()).map(ContractTest::lower).toList());
        });
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  @Test
  void everyOperationIsDescribedWithExamples() {
    Set<String> ids = new HashSet<>();
    for (Contract.Operation operation : Contract.operations()) {
      JsonNode described = operation.description();
      assertThat(ids.add(described.path("operationId").textValue())).as(operation.name()).isTrue();
      for (String field : List.of("summary", "description")) {
        assertThat(described.path(field).asText()).as(operation.name() + " " + field).isNotBlank();
      }
      assertThat(described.path("tags")).as(operation.name()).hasSize(1);
      operation
          .parameters()
          .forEach(
              p -> assertThat(p.has("example") && p.has("description")).as(p.toString()).isTrue());
      contents(
          operation,
          (place, content) -> {
            assertThat(content.path("schema").isObject()).as(place).isTrue();
            boolean text = !content.at("/schema/contentMediaType").isTextual();
            assertThat(!text || content.has("example") || content.has("examples"))
                .as(place + " has an example")
                .isTrue();
          });
    }
  }

  @Test
  void everyExampleIsValid() {
    for (Contract.Operation operation : Contract.operations()) {
      contents(
          operation,
          (place, content) -> {
            List<JsonNode> examples = new ArrayList<>();
            content.path("examples").forEach(e -> examples.add(Contract.resolved(e).path("value")));
            if (content.has("example")) {
              examples.add(content.get("example"));
            }
            for (JsonNode example : examples) {
              assertThat(Contract.violations(content.path("schema"), example)).as(place).isEmpty();
            }
          });
      operation
          .parameters()
          .forEach(
              p ->
                  assertThat(Contract.violations(p.path("schema"), p.path("example")))
                      .as(operation + " " + p.path("name"))
                      .isEmpty());
    }
  }

  private static void contents(Contract.Operation operation, BiConsumer<String, JsonNode> each) {
    operation
        .body()
        .path("content")
        .properties()
        .forEach(content -> each.accept(operation + " body", content.getValue()));
    operation
        .description()
        .path("responses")
        .properties()
        .forEach(
            response ->
                Contract.resolved(response.getValue())
                    .path("content")
                    .properties()
                    .forEach(
                        content ->
                            each.accept(operation + " " + response.getKey(), content.getValue())));
  }

  @Test
  void fieldsAreDescribedAndRequestsAreClosed() {
    Contract.DOCUMENT
        .at("/components/schemas")
        .properties()
        .forEach(schema -> requireDescribed(schema.getKey(), schema.getValue()));
    for (Contract.Operation operation : Contract.operations()) {
      JsonNode schema = operation.body().at("/content/application~1json/schema");
      if (schema.isObject() && !schema.path("type").asText().equals("array")) {
        assertThat(Contract.resolved(schema).path("additionalProperties").asText("open"))
            .as(operation.name())
            .isEqualTo("false");
      }
    }
  }

  private static void requireDescribed(String place, JsonNode schema) {
    schema
        .path("properties")
        .properties()
        .forEach(
            field -> {
              JsonNode described = field.getValue();
              String at = place + "." + field.getKey();
              if (!place.contains("/")) {
                assertThat(described.has("description") || described.has("$ref")).as(at).isTrue();
              }
              requireDescribed(at, described);
            });
    if (schema.has("items")) {
      requireDescribed(place + "[]", schema.get("items"));
    }
  }

  @Test
  void referencesLeadSomewhere() {
    Contract.DOCUMENT
        .findValues("$ref")
        .forEach(
            reference ->
                assertThat(Contract.DOCUMENT.at(reference.textValue().substring(1)).isObject())
                    .as(reference.textValue())
                    .isTrue());
  }

  @Test
  void jsonAndYamlAreTheSameAndAreKept() {
    HttpResponse<String> json = docimo.get("/openapi.json");
    HttpResponse<String> yaml = docimo.get("/openapi.yaml");

    Object plain = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml.body());
    assertThat(Json.read(Json.write(plain)))
        .isEqualTo(Json.read(Json.write(Json.read(json.body()))));
    assertThat(yaml.body()).doesNotContain("&id0");
    for (HttpResponse<String> document : List.of(json, yaml, docimo.get("/docs"))) {
      String tag = document.headers().firstValue("ETag").orElseThrow();
      HttpResponse<String> kept =
          docimo.send("GET", document.uri().getPath(), "If-None-Match", "\"x\", W/" + tag);
      assertThat(kept.statusCode()).isEqualTo(304);
      assertThat(kept.body()).isEmpty();
    }
  }

  @Test
  void pageLoadsOnlyWhatTheServiceHas() {
    HttpResponse<String> page = docimo.get("/docs");

    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "connect-src 'self'")
        .doesNotContain("http:", "https:");
    assertThat(page.body()).doesNotContain("//");
    Matcher loaded = Pattern.compile("(?:src|href)=\"((?!data:)[^\"]+)\"").matcher(page.body());
    Set<String> files = new HashSet<>();
    while (loaded.find()) {
      files.add(loaded.group(1));
      assertThat(docimo.get("/" + loaded.group(1)).statusCode()).isEqualTo(200);
    }
    assertThat(files).contains("docs/swagger-ui-bundle.js", "docs/docs.js");
    assertThat(docimo.get("/docs/index.htm").statusCode()).isEqualTo(404);
    assertThat(docimo.get("/docs/..%2fservice.yaml").statusCode()).isIn(400, 404);
  }

  /** So that the licences of what the page loads travel with it. */
  @Test
  void licencesAreServed() {
    assertThat(docimo.get("/docs/NOTICE.txt").body()).contains("SmartBear", "Apache License");
    assertThat(docimo.get("/docs/swagger-ui-bundle.js.LICENSE.txt").statusCode()).isEqualTo(200);
  }
}
