package docimo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import docimo.question.InMemoryQuestionBank;
import docimo.question.QuestionBank;
import docimo.testing.TestApplication;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ServeTest {

  private static final QuestionBank BANK = new InMemoryQuestionBank(Banks.bundled().questions());
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final String HOST = LOOPBACK.getHostAddress();

  @Test
  void freePortIsTakenAndGivenBack() throws IOException {
    Serving service = Serving.ready(TestApplication.shared(), BANK, HOST, 0);
    int port = service.port();
    new Socket(LOOPBACK, port).close();
    service.close();

    assertThat(port).isPositive();
    assertThatThrownBy(() -> new Socket(LOOPBACK, port).close())
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void listensWhileTheModelsAreLoadedAndAnswersTheRequestsThatCameEarly() throws Exception {
    CompletableFuture<Application> models = new CompletableFuture<>();
    CountDownLatch asked = new CountDownLatch(1);
    try (Serving service =
        Serving.listen(
            () -> {
              asked.countDown();
              return models.join();
            },
            BANK,
            HOST,
            0)) {
      int port = service.port();
      CompletableFuture<HttpResponse<String>> early = get(port, "/v1/questions/autoencoders");
      asked.await();

      assertThat(get(port, "/livez").join().statusCode()).isEqualTo(200);
      assertThat(get(port, "/readyz").join().statusCode()).isEqualTo(503);
      assertThat(early).isNotDone();
      models.complete(TestApplication.shared());
      service.awaitReady();
      assertThat(early.join().statusCode()).isEqualTo(200);
      assertThat(get(port, "/readyz").join().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void modelThatCannotBeReadEndsTheService() {
    ModelException damaged = new ModelException("encoder", "is damaged", "get another");
    Serving service =
        Serving.listen(
            () -> {
              throw damaged;
            },
            BANK,
            HOST,
            0);
    int port = service.port();

    assertThatThrownBy(service::awaitReady).isSameAs(damaged);
    assertThatThrownBy(() -> new Socket(LOOPBACK, port).close())
        .isInstanceOf(ConnectException.class);
  }

  private static CompletableFuture<HttpResponse<String>> get(int port, String path) {
    URI uri = URI.create("http://" + HOST + ":" + port + path);
    return HttpClient.newHttpClient()
        .sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  @Test
  void portInUseSaysWhichAndWhatToDo() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, LOOPBACK)) {
      int port = other.getLocalPort();

      StartException refused =
          catchThrowableOfType(
              StartException.class,
              () -> Serving.ready(TestApplication.shared(), BANK, HOST, port));

      assertThat(refused).hasMessageContaining(HOST + ":" + port).hasMessageContaining("--port");
    }
  }

  /** The first is an address kept for documentation, the second a name that no one can have. */
  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "no-such-machine.invalid", "not an address"})
  void addressOfAnotherMachineSaysSo(String host) {
    assertThatThrownBy(() -> Serving.ready(TestApplication.shared(), BANK, host, 0))
        .isInstanceOf(StartException.class)
        .hasMessageContaining(host)
        .hasMessageContaining("--host");
  }
}
