package docimo.cli;

import docimo.app.Workplace;
import docimo.screening.MarkedAnswers;
import docimo.screening.QuestionRevision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps a reviewed answer for the calibration of its question. */
@Command(
    name = "keep",
    description =
        "Keeps a reviewed answer as a marked answer of its question, as a new revision: marks of"
            + " other answers come nearer to those of people then.")
final class ReviewKeepCommand extends ActingCommand {

  /** That an answer is kept, as {@code --json} prints it. */
  private record Kept(String questionId, int number, String revision, int markedAnswers) {}

  @Parameters(paramLabel = "MARK", description = "Id of the mark that a person gave.")
  private String mark = "";

  @Option(
      names = "--revision",
      paramLabel = "NUMBER",
      description =
          "Only when this is the newest revision of the question (default: whichever is);"
              + " 'questions history' shows the numbers.")
  private @Nullable Integer revision;

  ReviewKeepCommand(Console console) {
    super(console);
  }

  @Override
  Integer run(Workplace place) {
    MarkedAnswers answers = place.office().markedAnswers();
    QuestionRevision kept =
        revision == null
            ? answers.keep(mark, actor())
            : answers.keep(mark, (int) revision, actor());
    String question = kept.question().id();
    int marked = kept.question().markedAnswers().size();
    print(
        new Kept(question, kept.number(), kept.revision(), marked),
        () ->
            question
                + " is at revision "
                + kept.number()
                + " ("
                + kept.revision()
                + ") with "
                + count(marked, "marked answer"));
    say("grades of " + question + " are stale now; 'docimo regrade' shows what would change");
    return DONE;
  }
}
