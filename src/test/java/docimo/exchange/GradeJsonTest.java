package docimo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import docimo.grading.Grade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GradeJsonTest {

  private static final GradeJson CODEC = new GradeJson();

  static List<Path> goldenGrades() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("fixtures", "grading"))) {
      return folders.map(folder -> folder.resolve("expected.json")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("goldenGrades")
  void gradesComeBackAsTheyWere(Path file) throws IOException {
    String wire = Json.read(Files.readString(file)).toString();
    Grade grade = CODEC.read(wire);
    String written = CODEC.write(grade);
    assertThat(CODEC.read(written)).isEqualTo(grade);
    assertThat(Json.read(written)).isEqualTo(Json.read(wire));
  }

  @Test
  void whatIsNoGradeIsRefusedWithoutItsText() {
    assertThatThrownBy(() -> CODEC.read("{\"id\": \"secret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }
}
