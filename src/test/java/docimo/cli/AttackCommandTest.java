package docimo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.exchange.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AttackCommandTest {

  private static final String BREAD =
      """
      # Baking

      ## What makes bread rise?

      <!-- id: rising -->

      Yeast makes gas from sugar in the dough. The gluten of the flour holds the gas inside.

      ## Why is bread brown?

      <!-- id: brown -->

      In the heat of the oven, sugar and protein form brown substances on the crust.
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void printsWhatEachKindEarns() throws IOException {
    Cli call =
        Cli.run("attack", "--bank", bank(BREAD), "--kind", "lorem_ipsum", "--kind", "reference")
            .isDone();

    assertThat(call.out())
        .startsWith("Attacks on 2 questions, seed 1; passed: 0.50 or more")
        .containsPattern("(?m)^lorem_ipsum +2 +0 +0 % ")
        .containsPattern("(?m)^reference +2 +2 +100 % ")
        .contains("rising: 0 of 1\nbrown: 0 of 1\n");
    assertThat(call.err()).isEmpty();
  }

  @Test
  void printsJsonWithTheSameBytesEachTime() throws IOException {
    String[] args = {
      "attack", "--bank", bank(BREAD), "--question", "rising", "--json", "--worst", "2"
    };
    Cli call = Cli.run(args).isDone();
    List<JsonNode> lines = call.lines().stream().map(Json::read).toList();

    assertThat(lines)
        .extracting(line -> line.get("type").textValue())
        .startsWith("kind")
        .containsSubsequence("overall", "worst", "worst", "question")
        .endsWith("question");
    assertThat(lines.get(lines.size() - 1).get("question_id").textValue()).isEqualTo("rising");
    assertThat(lines.get(0).get("kind").textValue()).isEqualTo("shuffled_words");
    assertThat(lines.get(0).at("/statuses/needs_review").intValue())
        .as("shuffled words are flagged, so that a person looks")
        .isEqualTo(1);
    assertThat(Cli.run(args).out()).isEqualTo(call.out());
  }

  @Test
  void questionBorrowsFromTheOthersOfItsBank() throws IOException {
    Cli call =
        Cli.run(
            "attack",
            "--bank",
            bank(BREAD),
            "--question",
            "rising",
            "--kind",
            "other_reference",
            "--json");

    assertThat(call.isDone().out()).contains("brown substances");
  }

  @Test
  void questionWithoutAReferenceIsLeftOutAndSaid() throws IOException {
    String file = bank(BREAD + "\n## Why bread?\n");

    assertThat(Cli.run("attack", "--bank", file, "--kind", "lorem_ipsum").isDone().err())
        .isEqualTo("docimo: 1 question without a reference answer left out\n");
    Cli.run("attack", "--bank", file, "--question", "why-bread")
        .hasFailedSaying("no question has a reference answer", "bank lint");
  }

  @Test
  void wrongUsageIsTold() throws IOException {
    Cli.run("attack", "--bank", bank(BREAD), "--question", "sour")
        .hasFailedSaying("no question with the id 'sour'", "'docimo bank list' shows the ids");
    Cli.run("attack", "--pass-mark", "0").isWrongUsageSaying("--pass-mark must be above 0");
    Cli.run("attack", "--worst", "-1").isWrongUsageSaying("--worst must be at least 0");
    Cli.run("attack", "--kind", "magic").isWrongUsageSaying("--kind", "magic");
  }

  private String bank(String text) throws IOException {
    return Files.writeString(folder.resolve("bread.md"), text).toString();
  }
}
