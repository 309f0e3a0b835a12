package docimo.cli;

import docimo.app.Banks;
import docimo.app.Workplace;
import docimo.exchange.ImportedBank;
import docimo.question.Question;
import docimo.screening.QuestionRevision;
import docimo.screening.Questions;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps questions in a database. */
@Command(
    name = "questions",
    description = "Keeps questions with their revisions in a database.",
    subcommands = {
      QuestionsCommand.Import.class,
      QuestionsCommand.ListQuestions.class,
      QuestionsCommand.History.class
    })
final class QuestionsCommand extends ConsoleCommand {

  QuestionsCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    throw wrongUsage("say what to do with the questions: import, list or history");
  }

  /** Takes a bank into the database. */
  @Command(
      name = "import",
      description = "Takes the questions of a bank or page: all of them, or none.")
  static final class Import extends OfficeCommand {

    @Parameters(
        paramLabel = "FILE",
        arity = "0..1",
        description = "Bank or page, or a folder of them (default: the bank that comes along).")
    private @Nullable Path file;

    @Mixin private ActorOption actor = new ActorOption();

    Import(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) {
      ImportedBank bank = Banks.read(file);
      bank.findings().forEach(finding -> console.err().println(finding));
      Questions.Imported done =
          place.office().questions().importAll(bank.questions(), actor.name());
      print(
          done,
          () ->
              done.added()
                  + " added, "
                  + done.revised()
                  + " revised, "
                  + done.unchanged()
                  + " unchanged");
      return DONE;
    }
  }

  /** A question as {@code list --json} prints it. */
  private record Listed(String id, @Nullable String topic, String prompt, String revision) {}

  /** Lists the questions. */
  @Command(name = "list", description = "Lists the questions of the database.")
  static final class ListQuestions extends OfficeCommand {

    ListQuestions(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) {
      for (Question q : place.office().questions().all()) {
        print(
            new Listed(q.id(), q.topic(), q.prompt(), q.revision()),
            () -> q.id() + "\n    " + q.prompt());
      }
      return DONE;
    }
  }

  /** A revision as {@code history --json} prints it. */
  private record Revised(
      String id,
      int number,
      String revision,
      Instant createdAt,
      String actor,
      boolean redacted,
      String prompt) {}

  /** Lists the revisions of a question. */
  @Command(name = "history", description = "Lists the revisions of a question, the first first.")
  static final class History extends OfficeCommand {

    @Parameters(paramLabel = "ID", description = "The question.")
    private String id = "";

    @Option(names = "--full", description = "With references and key points.")
    private boolean full;

    History(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) {
      for (QuestionRevision r : place.office().questions().history(id)) {
        print(
            full
                ? r
                : new Revised(
                    id,
                    r.number(),
                    r.revision(),
                    r.createdAt(),
                    r.actor(),
                    r.redacted(),
                    r.question().prompt()),
            () ->
                r.number()
                    + "  "
                    + r.revision()
                    + "  "
                    + r.createdAt()
                    + "  "
                    + r.actor()
                    + (full
                        ? "\n    "
                            + r.question().prompt()
                            + "\n    "
                            + String.join("\n    ", r.question().references())
                        : ""));
      }
      return DONE;
    }
  }
}
