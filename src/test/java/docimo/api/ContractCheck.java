package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.exchange.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds what the service was asked and what it answered to the {@link Contract}. */
final class ContractCheck {

  private static final String PROBLEM = "application/problem+json";
  private static final String TYPES = "urn:docimo:problem:";
  private static final Pattern OF_THE_SERVER = Pattern.compile(TYPES + "http-[0-9]{3}");

  /** What may come where there is no operation. */
  private static final Set<String> ANYWHERE =
      Set.of(
          "no-such-resource",
          "method-not-allowed",
          "bad-request",
          "address-too-long",
          "headers-too-large",
          "too-many-requests",
          "internal-error",
          "overloaded",
          "not-ready");

  private ContractCheck() {}

  /** Fails when the document does not say what happened. */
  static void check(HttpRequest request, HttpResponse<String> response) {
    String method = request.method();
    String path = pathOf(request.uri());
    Contract.Operation operation = Contract.operation(method, path).orElse(null);
    String what = method + " " + path + " " + response.statusCode();
    if (operation == null) {
      requireNothingThere(what, request, response);
      return;
    }
    requireReply(what, operation, request, response);
    if (response.statusCode() < 300) {
      requireRequest(what, operation, request);
    }
  }

  private static void requireNothingThere(
      String what, HttpRequest request, HttpResponse<String> response) {
    boolean asked = request.method().equals("OPTIONS") && response.statusCode() == 204;
    if (asked || request.method().equals("HEAD")) {
      return;
    }
    assertThat(response.statusCode()).as(what).isGreaterThanOrEqualTo(400);
    requireProblem(what, ANYWHERE, response);
  }

  private static void requireReply(
      String what,
      Contract.Operation operation,
      HttpRequest request,
      HttpResponse<String> response) {
    JsonNode reply = operation.reply(response.statusCode());
    String mediaType = TestService.mediaType(response);
    if (mediaType.equals(PROBLEM) && !response.body().isEmpty() && ofTheServer(response)) {
      return;
    }
    assertThat(reply.isObject()).as(what + ": is the status in the document?").isTrue();
    if (response.statusCode() < 300) {
      for (String header : names(reply.path("headers"))) {
        assertThat(response.headers().firstValue(header)).as(what + ": " + header).isPresent();
      }
    }
    if (request.method().equals("HEAD") || response.body().isEmpty()) {
      boolean text = !mediaType.endsWith("/json"); // which may be empty
      assertThat(request.method().equals("HEAD") || text || !reply.has("content"))
          .as(what)
          .isTrue();
      return;
    }
    JsonNode schema = Contract.schemaOf(reply, mediaType);
    assertThat(schema).as(what + ": is " + mediaType + " in the document?").isNotNull();
    if (mediaType.equals(PROBLEM)) {
      requireProblem(what, names(reply.path("content").path(PROBLEM).path("examples")), response);
    } else if (mediaType.equals("application/json") && schema != null) {
      assertThat(Contract.strictViolations(schema, Json.read(response.body())))
          .as(what + ": " + response.body())
          .isEmpty();
    }
  }

  private static boolean ofTheServer(HttpResponse<String> response) {
    return OF_THE_SERVER.matcher(Json.read(response.body()).path("type").asText()).matches();
  }

  private static void requireProblem(
      String what, Set<String> types, HttpResponse<String> response) {
    assertThat(TestService.mediaType(response)).as(what).isEqualTo(PROBLEM);
    JsonNode problem = Json.read(response.body());
    assertThat(Contract.strictViolations(Contract.schema("Problem"), problem)).as(what).isEmpty();
    assertThat(problem.path("status").intValue()).as(what).isEqualTo(response.statusCode());
    String type = problem.path("type").textValue();
    if (!OF_THE_SERVER.matcher(type).matches()) {
      assertThat(types).as(what).contains(type.substring(TYPES.length()));
    }
  }

  /** What was accepted must be what the document allows. */
  private static void requireRequest(
      String what, Contract.Operation operation, HttpRequest request) {
    Set<String> parameters = new HashSet<>();
    for (JsonNode parameter : operation.parameters()) {
      String name = parameter.path("name").textValue();
      parameters.add(parameter.path("in").textValue() + " " + name);
      if (parameter.path("required").booleanValue()
          && parameter.path("in").textValue().equals("header")) {
        assertThat(request.headers().firstValue(name)).as(what + ": " + name).isPresent();
      }
    }
    String query = request.uri().getRawQuery();
    for (String part : (query == null ? "" : query).split("&")) {
      if (!part.isEmpty()) {
        assertThat(parameters).as(what).contains("query " + part.replaceFirst("=.*", ""));
      }
    }
    String mediaType =
        request
            .headers()
            .firstValue("Content-Type")
            .map(type -> type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
            .orElse("");
    byte[] body = bytes(request);
    if (operation.takesBody() && body != null && body.length > 0) {
      requireBody(what, operation, mediaType, body);
    }
  }

  private static void requireBody(
      String what, Contract.Operation operation, String mediaType, byte[] body) {
    String described = mediaType.endsWith("+json") ? "application/json" : mediaType;
    JsonNode schema = Contract.schemaOf(operation.body(), described);
    assertThat(schema).as(what + ": is " + mediaType + " in the document?").isNotNull();
    // a list of rows may break off in the middle: its results say so
    boolean rows = schema != null && schema.path("type").asText().equals("array");
    if (described.equals("application/json") && schema != null && !rows) {
      String text = new String(body, StandardCharsets.UTF_8);
      assertThat(Contract.violations(schema, Json.read(text))).as(what + ": " + text).isEmpty();
    }
  }

  private static String pathOf(URI uri) {
    return uri.getRawPath();
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new HashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The body again; null when it cannot be had twice. */
  private static byte @Nullable [] bytes(HttpRequest request) {
    HttpRequest.BodyPublisher publisher = request.bodyPublisher().orElse(null);
    if (publisher == null || publisher.contentLength() <= 0) {
      return null;
    }
    List<ByteBuffer> parts = new ArrayList<>();
    publisher.subscribe(new Kept(parts));
    int length = parts.stream().mapToInt(ByteBuffer::remaining).sum();
    ByteBuffer all = ByteBuffer.allocate(length);
    parts.forEach(all::put);
    return all.array();
  }

  /** Keeps all that comes. */
  private record Kept(List<ByteBuffer> parts) implements Flow.Subscriber<ByteBuffer> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer part) {
      parts.add(part);
    }

    @Override
    public void onError(Throwable error) {
      throw new AssertionError(error);
    }

    @Override
    public void onComplete() {}
  }
}
