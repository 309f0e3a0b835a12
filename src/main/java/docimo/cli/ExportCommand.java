package docimo.cli;

import docimo.app.Workplace;
import docimo.exchange.ScreeningExport;
import docimo.exchange.ScreeningExport.Format;
import docimo.screening.NotFoundException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the results of a screening. */
@Command(
    name = "export",
    description = "Writes the results of a screening, or of one candidate of it.")
final class ExportCommand extends OfficeCommand {

  @Option(names = "--screening", paramLabel = "ID", required = true, description = "Of what.")
  private String screening = "";

  @Option(names = "--candidate", paramLabel = "REF", description = "Only this candidate.")
  private @Nullable String candidate;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = {
        "csv or jsonl (a row a candidate and question), or html, a report to read and",
        "print (default: csv)."
      })
  private @Nullable Format format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "File to write anew (default, and -: standard output).")
  private @Nullable Path output;

  ExportCommand(Console console) {
    super(console);
  }

  @Override
  Integer run(Workplace place) throws IOException {
    Format chosen = format != null ? format : json ? Format.JSONL : Format.CSV;
    if (json && chosen != Format.JSONL) {
      throw wrongUsage("--json prints JSON lines; leave it out for --format " + chosen.extension());
    }
    ScreeningExport export = new ScreeningExport(place.office());
    Path file = output;
    if (file == null || OutputFile.isStandard(file)) {
      Writer out =
          new BufferedWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8));
      export.write(screening, candidate, chosen, out);
      return DONE;
    }
    requireThere(place);
    try (Writer out = Files.newBufferedWriter(file)) {
      export.write(screening, candidate, chosen, out);
    } catch (IOException e) {
      throw CommandFailedException.cannotWrite(file);
    }
    return DONE;
  }

  /** A file is not emptied for something that is not there. */
  private void requireThere(Workplace place) throws NotFoundException {
    place.office().screenings().get(screening);
    if (candidate != null) {
      place.office().candidates().get(candidate);
    }
  }
}
