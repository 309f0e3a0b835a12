package docimo.api;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.app.Application;
import docimo.exchange.Json;
import docimo.grading.Grader;
import docimo.grading.InferenceGate;
import docimo.metrics.Metrics;
import docimo.question.InMemoryQuestionBank;
import docimo.question.KeyPoint;
import docimo.question.Question;
import docimo.question.QuestionBank;
import docimo.question.Rule;
import docimo.screening.ScreeningOffice;
import docimo.screening.StoreException;
import docimo.testing.TestApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The service on a free port, and a client for it. Registered as an extension in a static field it
 * is closed after the tests of the class.
 */
final class TestService implements AfterAllCallback, AutoCloseable {

  static final Question OVERFITTING =
      new Question(
          "overfitting",
          "What is overfitting, and how do you notice it?",
          List.of(
              "A model overfits when it learns the noise of the training data by heart. "
                  + "You notice it because the error on validation data rises."),
          List.of(
              KeyPoint.of("the model learns the noise of the training data"),
              KeyPoint.of("the error on validation data rises")),
          Rule.ALL,
          "Machine learning");

  static final Question TCP =
      new Question(
          "tcp",
          "What does TCP guarantee?",
          List.of("TCP delivers bytes in order. Lost segments are sent again."),
          List.of(),
          Rule.ALL,
          null);

  /** An answer that covers one point of {@link #OVERFITTING}. */
  static final String HALF = "The model learns the noise in its training data by heart.";

  static final int MAX_BODY = 1 << 20;

  static final QuestionBank BANK = new InMemoryQuestionBank(List.of(OVERFITTING, TCP));
  private static final String HOST = "127.0.0.1";

  /** What the service is told when a test tells nothing else. */
  static final ServiceOptions OPTIONS = options();

  private final Metrics metrics = new Metrics();
  private final HttpService service;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();

  private TestService(
      Application application,
      QuestionBank bank,
      Supplier<ScreeningOffice> office,
      VolumeLimits limits) {
    this(application, bank, office, options().with(limits));
  }

  private TestService(
      Application application,
      QuestionBank bank,
      Supplier<ScreeningOffice> office,
      ServiceOptions options) {
    this(
        application::grader,
        bank,
        office,
        new InferenceGate(InferenceGate.Options.standard()),
        options);
  }

  private TestService(
      Supplier<Grader> grader,
      QuestionBank bank,
      Supplier<ScreeningOffice> office,
      InferenceGate gate,
      ServiceOptions options) {
    service =
        new HttpService(
            () -> grader.get().seenBy(metrics.grading()), bank, office, gate, options, metrics);
    service.start();
    port = service.port();
  }

  static TestService start(ServiceOptions options) {
    return start(o -> options);
  }

  /** With a grader that may be late, and a gate to look at. */
  static TestService start(Supplier<Grader> grader, InferenceGate gate, ServiceOptions options) {
    TestService started = new TestService(grader, BANK, TestService::away, gate, options);
    started.service.ready();
    return started;
  }

  /** With options of the test's choice. */
  static TestService start(UnaryOperator<ServiceOptions> change) {
    TestService started =
        new TestService(TestApplication.shared(), BANK, TestService::away, change.apply(options()));
    started.service.ready();
    return started;
  }

  private static ServiceOptions options() {
    return ServiceOptions.on(HOST, 0)
        .with(new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(30)));
  }

  /** Started, but not said to be ready. */
  static TestService starting() {
    return new TestService(TestApplication.shared(), BANK, TestService::away, VolumeLimits.DEFAULT);
  }

  static TestService start() {
    return start(TestApplication.shared());
  }

  static TestService start(Application application) {
    return start(application, BANK);
  }

  static TestService start(QuestionBank bank) {
    return start(TestApplication.shared(), bank);
  }

  static TestService start(QuestionBank bank, VolumeLimits limits) {
    return start(TestApplication.shared(), bank, TestService::away, limits);
  }

  /** With screenings. */
  static TestService start(Supplier<ScreeningOffice> office, VolumeLimits limits) {
    return start(TestApplication.shared(), BANK, office, limits);
  }

  /** With all of it. */
  static TestService start(
      Supplier<ScreeningOffice> office, QuestionBank bank, VolumeLimits limits) {
    return start(TestApplication.shared(), bank, office, limits);
  }

  /** With screenings and a bank. */
  static TestService start(Supplier<ScreeningOffice> office, QuestionBank bank) {
    return start(TestApplication.shared(), bank, office, VolumeLimits.DEFAULT);
  }

  private static TestService start(Application application, QuestionBank bank) {
    return start(application, bank, TestService::away, VolumeLimits.DEFAULT);
  }

  private static TestService start(
      Application application,
      QuestionBank bank,
      Supplier<ScreeningOffice> office,
      VolumeLimits limits) {
    TestService started = new TestService(application, bank, office, limits);
    started.service.ready();
    return started;
  }

  /** A database that does not answer. */
  private static ScreeningOffice away() {
    throw new StoreException(StoreException.Trouble.UNAVAILABLE, "the database is away");
  }

  HttpService service() {
    return service;
  }

  /** A grade request for a question of the bank. */
  static String request(String questionId, String answer) {
    return Json.write(Map.of("question_id", questionId, "answer", answer));
  }

  HttpResponse<String> grade(String body) {
    return grade(body.getBytes(StandardCharsets.UTF_8));
  }

  HttpResponse<String> grade(byte[] body) {
    return send("POST", "/v1/grades", BodyPublishers.ofByteArray(body), "application/json");
  }

  HttpResponse<String> get(String path) {
    return send("GET", path);
  }

  HttpResponse<String> send(String method, String path, String... headers) {
    return exchange(method, path, BodyPublishers.noBody(), headers);
  }

  HttpResponse<String> send(String method, String path, BodyPublisher body, String contentType) {
    return exchange(method, path, body, "Content-Type", contentType);
  }

  HttpResponse<String> exchange(String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://" + HOST + ":" + port + path))
            .method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpRequest sent = request.build();
      HttpResponse<String> response =
          client.send(sent, BodyHandlers.ofString(StandardCharsets.UTF_8));
      ContractCheck.check(sent, response);
      return response;
    } catch (IOException e) {
      throw new AssertionError("no answer to " + method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** A connection on which tests write what no decent client would. */
  RawConnection connect() throws IOException {
    return new RawConnection(HOST, port);
  }

  /** One that takes little at once. */
  RawConnection connectNarrow() throws IOException {
    return RawConnection.narrow(HOST, port);
  }

  static JsonNode json(HttpResponse<String> response) {
    return Json.read(response.body());
  }

  static String mediaType(HttpResponse<String> response) {
    return response.headers().firstValue("Content-Type").orElse("").split(";")[0];
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  @Override
  public void close() {
    service.close();
    metrics.close();
  }
}
