package docimo.cli;

import docimo.app.Workplace;
import docimo.screening.NewAnswer;
import docimo.screening.Receipt;
import docimo.screening.RecordedGrade;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes one answer in. */
@Command(name = "submit", description = "Takes one answer in and marks it.")
final class ScreeningSubmitCommand extends ScreeningTargetCommand {

  /** That an answer was taken in, as {@code --json} prints it. */
  private record Taken(
      String submissionId,
      String attempt,
      @Nullable String gradeId,
      @Nullable String status,
      @Nullable Double score,
      @Nullable Double low,
      @Nullable Double high,
      boolean repeated) {}

  @Option(names = "--candidate", paramLabel = "REF", required = true, description = "By whom.")
  private String candidate = "";

  @Option(names = "--label", paramLabel = "TEXT", description = "What people call them.")
  private @Nullable String label;

  @Option(names = "--question", paramLabel = "ID", required = true, description = "To what.")
  private String question = "";

  @Option(
      names = "--attempt",
      paramLabel = "ID",
      description = "Names this attempt: the same one sent twice counts once.")
  private @Nullable String attempt;

  @Option(
      names = "--answer",
      paramLabel = "TEXT",
      required = true,
      description = "The answer; - reads it from standard input.")
  private String answer = "";

  @Mixin private ActorOption actor = new ActorOption();

  ScreeningSubmitCommand(Console console) {
    super(console);
  }

  @Override
  Integer run(Workplace place) throws IOException {
    String text =
        answer.equals("-")
            ? new String(console.in().readAllBytes(), StandardCharsets.UTF_8)
            : answer;
    Receipt receipt =
        place
            .office()
            .submissions()
            .submit(id, new NewAnswer(candidate, label, question, attempt, text), actor.name());
    RecordedGrade g = receipt.recorded();
    print(
        new Taken(
            receipt.submission().id(),
            receipt.submission().attempt(),
            g == null ? null : g.id(),
            g == null ? null : lower(g.status()).replace(' ', '_'),
            g == null ? null : g.score(),
            g == null ? null : g.low(),
            g == null ? null : g.high(),
            receipt.repeated()),
        () ->
            "answer "
                + receipt.submission().id()
                + (receipt.repeated() ? " had come in before" : "")
                + (g == null
                    ? ": the machine failed, a person marks it"
                    : ": " + mark(g.score()) + ", " + lower(g.status()) + ", grade " + g.id()));
    return DONE;
  }
}
