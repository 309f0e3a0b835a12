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
import picocli.CommandLine.Mixin;
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
final class UploadCommand extends OfficeCommand {

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

  @Mixin private ActorOption actor = new ActorOption();

  UploadCommand(Console console) {
    super(console);
  }

  @Override
  Integer run(Workplace place) throws IOException, InterruptedException {
    Job job = begun(place);
    if (job.state() == Job.State.RECEIVING) {
      say("upload " + job.id() + "; if it is interrupted, go on with --resume " + job.id());
      job = received(place, job);
    }
    Job ended = JobWatch.untilEnd(place, job, console);
    JobWatch.tellProblems(place, ended, console);
    print(JobWatch.Seen.of(ended), () -> describe(ended));
    return ended.state() == Job.State.DONE ? DONE : FAILED;
  }

  private Job begun(Workplace place) throws IOException {
    if (resume == null) {
      InputFile.requireReadable(file);
      return place.office().jobs().receive(screening, actor.name());
    }
    Job job = place.office().jobs().get(resume);
    if (job.kind() != Job.Kind.UPLOAD || !job.screeningId().equals(screening)) {
      throw new CommandFailedException(
          "job " + resume + " is no upload to screening " + screening + "; check both");
    }
    return job.state() == Job.State.CANCELLED || job.state() == Job.State.FAILED
        ? place.office().jobs().resume(resume, actor.name())
        : job;
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

  private static String describe(Job job) {
    return "upload "
        + job.id()
        + " "
        + lower(job.state())
        + ": "
        + count(job.total(), "row")
        + ", "
        + (job.done() - job.failed())
        + " taken, "
        + job.failed()
        + " not"
        + (job.problem() == null ? "" : " (" + job.problem() + ")");
  }
}
