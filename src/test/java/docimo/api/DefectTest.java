package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.question.Question;
import docimo.question.QuestionBank;
import docimo.testing.LogLines;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A defect of docimo is diagnosed in the log; neither the log nor the reply has any text of it. */
final class DefectTest {

  @Test
  void exceptionIsLoggedWithAllItsFrames() {
    assertLogged(
        () -> new IllegalStateException("secret", new IllegalArgumentException("secret")),
        "POST /v1/grades failed with java.lang.IllegalStateException\n  at docimo.api.DefectTest.",
        "\n  at docimo.api.GradeRequest.read(",
        "\ncaused by java.lang.IllegalArgumentException\n  at ");
  }

  @Test
  void errorIsLoggedWithAllItsFrames() {
    assertLogged(
        () -> new StackOverflowError("secret"),
        "a request failed with java.lang.StackOverflowError\n  at docimo.api.DefectTest.");
  }

  private static void assertLogged(Supplier<Throwable> made, String... parts) {
    QuestionBank failing =
        new QuestionBank() {
          @Override
          public Optional<Question> find(String id) {
            Throwable defect = made.get();
            if (defect instanceof Error error) {
              throw error;
            }
            throw (RuntimeException) defect;
          }

          @Override
          public List<Question> all() {
            return List.of();
          }
        };
    try (TestService docimo = TestService.start(failing);
        LogLines log = new LogLines()) {
      HttpResponse<String> response = docimo.grade(TestService.request("tcp", "secret"));

      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.body())
          .contains("urn:docimo:problem:internal-error")
          .doesNotContain("secret", "Exception", "Error\"", "docimo.api");
      assertThat(log.messages()).singleElement().asString().contains(parts);
      assertThat(log.messages().get(0)).doesNotContain("secret");
    }
  }
}
