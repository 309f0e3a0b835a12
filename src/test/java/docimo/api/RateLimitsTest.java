package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class RateLimitsTest {

  private static final String BODY = TestService.request("tcp", "In order.");

  @Test
  void replySaysWhatIsAllowedAndWhatIsLeft() {
    try (TestService docimo = start(new RateLimits(600, 60, 0, 0))) {
      HttpResponse<String> graded = docimo.grade(BODY);
      HttpResponse<String> read = docimo.get("/v1/questions");

      assertThat(header(graded, "RateLimit-Policy")).isEqualTo("\"grades\";q=600;w=60");
      assertThat(header(graded, "RateLimit")).isEqualTo("\"grades\";r=599;t=1");
      assertThat(header(read, "RateLimit-Policy")).isEqualTo("\"reads\";q=60;w=60");
      assertThat(header(read, "RateLimit")).isEqualTo("\"reads\";r=59;t=1");
    }
  }

  @Test
  void oneTooManyIsRefusedUntilTimeHasPassed() {
    try (TestService docimo = start(new RateLimits(0, 60, 0, 0))) {
      for (int i = 0; i < 60; i++) {
        docimo.get("/v1/questions");
      }
      HttpResponse<String> refused = docimo.get("/v1/questions");

      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(header(refused, "Retry-After")).isEqualTo("1");
      assertThat(header(refused, "RateLimit")).startsWith("\"reads\";r=0;t=");
      assertThat(refused.body())
          .contains("urn:docimo:problem:too-many-requests", "60 a minute", "rate.reads-per-minute");
      assertThat(docimo.grade(BODY).statusCode()).isEqualTo(200);
      assertThat(docimo.get("/livez").statusCode()).isEqualTo(200);
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> docimo.get("/v1/questions").statusCode() == 200);
    }
  }

  @Test
  void withoutRatesNothingIsSaid() {
    try (TestService docimo = start(RateLimits.NONE)) {
      assertThat(header(docimo.grade(BODY), "RateLimit")).isEmpty();
    }
  }

  @Test
  void otherMachinesHaveRatesAndThisOneHasNone() {
    assertThat(ServiceOptions.on("127.0.0.1", 0).rates()).isEqualTo(RateLimits.NONE);
    assertThat(ServiceOptions.on("0.0.0.0", 0).rates()).isEqualTo(RateLimits.DEFAULT);
  }

  @Test
  void addressesOfOneNetworkAreOneCaller() {
    assertThat(Caller.network("2001:db8:1:2::1"))
        .isEqualTo(Caller.network("2001:db8:1:2:ffff::9"))
        .isNotEqualTo(Caller.network("2001:db8:1:3::1"));
    assertThat(Caller.network("192.0.2.7")).isEqualTo("192.0.2.7");
  }

  private static TestService start(RateLimits rates) {
    return TestService.start(TestService.OPTIONS.with(rates));
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
