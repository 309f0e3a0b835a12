package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that callers choose do not make a request another one. */
final class RouteGuardTest {

  @ParameterizedTest
  @CsvSource({
    "/v1/grades:batch, true",
    "/v1/screenings/9f2c/uploads, true",
    "/v1/screenings/export.csv/uploads, true",
    "/v1/grades, false",
    "/v1/screenings/export.x/submissions, false",
    "/v1/questions/export.x/attacks, false",
    "/v1/questions/a:batch, false",
    "/v1/screenings/a/b/uploads, false",
    "/v1/reviews/x/uploads, false",
    "/v2/screenings/x/uploads, false"
  })
  void onlyBatchesAndUploadsAreReadWhileTheyCome(String path, boolean streamed) {
    assertThat(RouteGuard.hasStreamedBody(path)).isEqualTo(streamed);
  }
}
