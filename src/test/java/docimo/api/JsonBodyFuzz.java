package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import docimo.exchange.InvalidFieldException;
import docimo.exchange.Json;
import docimo.exchange.MalformedJsonException;
import docimo.question.QuestionNotFoundException;
import java.nio.charset.StandardCharsets;

/** Any bytes as the body of a request for a grade: read, or refused with what to do. */
final class JsonBodyFuzz {

  @FuzzTest(maxDuration = "3m")
  void isReadOrRefused(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    try {
      JsonNode json = Json.read(text);
      String written = Json.write(json); // halves of surrogate pairs are gone by now
      assertThat(Json.write(Json.read(written))).isEqualTo(written);
      GradeRequest request = GradeRequest.read(json, TestService.BANK, Limits.DEFAULT);
      assertThat(request.question().prompt()).isNotNull();
    } catch (MalformedJsonException | InvalidFieldException | QuestionNotFoundException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
