package docimo.cli;

import docimo.app.Workplace;
import docimo.exchange.UploadRows;
import docimo.screening.Job;
import docimo.screening.UploadRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a file of answers into a screening. */
@Command(
    name = "upload",
    description = "Takes a CSV or JSON-lines file of answers into a screening and marks them.",
    footer = {
      "",
      "Rows have candidate_ref, question_id and answer, perhaps attempt (the same one sent",
      "twice counts once) and label. A row that cannot be taken is named with its line on",
      "standard error, and the rest go on: the exit code is 0 then as well.",
    })
final class UploadCommand extends JobCommand {

  @Parameters(index = "0", paramLabel = "SCREENING", description = "Id of the screening.")
  private String screening = "";

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "CSV if it ends in .csv or .tsv, otherwise JSON lines.")
  private Path file = Path.of("");

  @Option(
      names = "--resume",
      paramLabel = "JOB",
      description = {
        "Go on with an upload that was interrupted, with the same FILE;",
        "what was taken is not taken again."
      })
  private @Nullable String resume;

  UploadCommand(Console console) {
    super(console);
  }

  @Override
  Integer run(Workplace place) throws IOException, InterruptedException {
    Job job = begun(place);
    if (job.state() == Job.State.RECEIVING) {
      announce(job);
      job = received(place, job);
    }
    return finish(place, job);
  }

  private Job begun(Workplace place) throws IOException {
    if (resume == null) {
      InputFile.requireReadable(file);
      return place.office().jobs().receive(screening, actor());
    }
    return resumed(place, resume, Job.Kind.UPLOAD, screening);
  }

  private Job received(Workplace place, Job job) throws IOException {
    try (UploadRows rows = UploadRows.open(file.toString(), InputFile.open(file))) {
      if (rows.skip(job.total()) < job.total()) {
        throw new CommandFailedException(
            file
                + " has fewer rows than upload "
                + job.id()
                + " had received; give the same file again");
      }
      List<UploadRow> next = rows.next();
      while (!next.isEmpty()) {
        place.office().jobs().add(job.id(), next);
        next = rows.next();
      }
    }
    return place.office().jobs().begin(job.id());
  }
}
