package docimo.cli;

import docimo.app.Workplace;
import picocli.CommandLine.Command;

/** Removes texts whose time is over. */
@Command(
    name = "purge",
    description =
        "Removes the texts, of all screenings, that have been kept for as long as their screening"
            + " says, and the names of candidates who have no text left. Hashes and numbers stay.")
final class ScreeningPurgeCommand extends OfficeCommand {

  /** How many texts were removed, as {@code --json} prints it. */
  private record Purged(int texts) {}

  ScreeningPurgeCommand(Console console) {
    super(console);
  }

  @Override
  Integer run(Workplace place) {
    int texts = place.office().retention().run();
    print(new Purged(texts), () -> count(texts, "text") + " removed");
    return DONE;
  }
}
