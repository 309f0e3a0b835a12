package docimo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.app.Workplace;
import docimo.exchange.UploadRows;
import docimo.screening.Job;
import docimo.screening.UploadRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Uploads and regrades that stop and go on, and texts whose time is over. */
abstract class JobScenario extends DatabaseScenario {

  private static final List<String> CANDIDATES = List.of("c-1", "c-2", "c-3");

  @Test
  void anUploadThatBrokeOffGoesOn() throws IOException {
    String screening = screening();
    String answers = file("answers.csv", CANDIDATES);
    String job = brokenUpload(screening, answers);

    assertThat(run("screening", "jobs", screening).isDone().out())
        .startsWith(job + "  upload  receiving  0 of 2  by rita ")
        .contains("'docimo screening upload " + screening + " FILE --resume " + job + "'");
    Cli shorter = upload(screening, file("shorter.csv", List.of("c-1")), job);
    assertThat(shorter.exitCode()).isEqualTo(1);
    assertThat(shorter.err()).contains("shorter.csv has fewer rows than upload " + job);
    upload("other", answers, job)
        .hasFailedSaying("is of screening " + screening + ", not of other");
    run("regrade", "--resume", job).hasFailedSaying("is no regrade", "docimo screening upload");

    String done = "upload " + job + " done: 3 rows, 3 taken, 0 not";
    Cli resumed = upload(screening, answers, job).isDone();
    assertThat(resumed.out()).startsWith(done);
    assertThat(resumed.err()).contains("--resume " + job);
    assertThat(upload(screening, answers, job).isDone().out()).startsWith(done);
    assertThat(run("screening", "results", screening, "--json").isDone().lines())
        .hasSize(3)
        .allSatisfy(
            line -> assertThat(json(line).at("/questions/0/attempts").asInt()).isEqualTo(1));
  }

  private Cli upload(String screening, String answers, String job) {
    return run("screening", "upload", screening, answers, "--resume", job);
  }

  /** An upload whose input breaks in the middle. Gives the job, which has two rows. */
  private String brokenUpload(String screening, String answers) throws IOException {
    try (Workplace place = elsewhere()) {
      Job job = place.office().jobs().receive(screening, "rita");
      try (UploadRows rows =
          UploadRows.open("answers.csv", Files.newInputStream(Path.of(answers)))) {
        List<UploadRow> first = rows.next().subList(0, 2);
        place.office().jobs().add(job.id(), first);
      }
      return job.id();
    }
  }

  @Test
  void aRegradeThatWasStoppedGoesOn() throws IOException {
    String screening = screening();
    run("screening", "upload", screening, file("answers.csv", CANDIDATES)).isDone();
    makeStale(screening);
    String job = regradeElsewhere(screening);

    Cli cancelled = run("screening", "cancel", job, "--actor", "kim").isDone();
    assertThat(cancelled.out())
        .startsWith(job + "  regrade  cancelled  0 of 4  by rita ")
        .contains("'docimo regrade --resume " + job + "'");
    run("screening", "cancel", job).hasFailedSaying("is cancelled");
    run("screening", "cancel", "none").hasFailedSaying("no job 'none'", "screening jobs");
    run("regrade", "--resume", job, "--screening", "other").hasFailedSaying("not of other");
    run("regrade", "--resume", "none").hasFailedSaying("no job 'none'");

    Cli resumed = run("regrade", "--resume", job).isDone();
    assertThat(resumed.out()).startsWith("regrade " + job + " done: 4 answers looked at, 0 failed");
    assertThat(resumed.err()).contains("--resume " + job);
    assertThat(run("regrade", "--screening", screening).isDone().err()).startsWith("0 stale");
    assertThat(run("regrade", "--resume", job).isDone().out()).contains(" done: ");
  }

  @Test
  void aRegradeThatWasLeftBehindGoesOn() {
    String screening = screening();
    makeStale(screening);
    String job = regradeElsewhere(screening);

    assertThat(run("screening", "jobs", screening, "--json").isDone().lines())
        .singleElement()
        .satisfies(line -> assertThat(json(line).get("state").asText()).isEqualTo("running"));
    assertThat(run("regrade", "--screening", screening, "--apply", "--resume", job).isDone().out())
        .startsWith("regrade " + job + " done: 1 answer looked at");
    assertThat(run("regrade", "--screening", screening).isDone().err()).startsWith("0 stale");
    run("screening", "jobs", "none").hasFailedSaying("no screening 'none'");
  }

  /** Keeps an answer with its question, so that grades of the question are stale. */
  private void makeStale(String screening) {
    String answer = submit(screening, "c-kept", GOOD + " It finds anomalies.");
    String mark =
        json(run("review", "override", answer, "1", "--reason", "fine", "--json"))
            .get("id")
            .asText();
    run("review", "keep", mark).isDone();
  }

  private String regradeElsewhere(String screening) {
    try (Workplace place = elsewhere()) {
      return place.office().jobs().regrade(screening, "rita").id();
    }
  }

  @Test
  void textsAreRemovedWhenTheirTimeIsOver() {
    String screening = screening("--retention-days", "200");
    try (Yesterday past = new Yesterday(address(), 201)) {
      past.submit(screening, "c-old", QUESTION, GOOD);
    }
    submit(screening, "c-new", GOOD);

    assertThat(run("candidate", "show", "c-old").isDone().out()).contains(GOOD);
    assertThat(run("screening", "purge").isDone().out())
        .isEqualToIgnoringNewLines("1 text removed");
    assertThat(json(run("screening", "purge", "--json")).get("texts").asInt()).isZero();
    run("candidate", "show", "c-old").hasFailedSaying("no candidate 'c-old'");
    assertThat(run("candidate", "show", "c-new").isDone().out()).contains(GOOD);
    assertThat(run("audit", "verify").isDone().out()).startsWith("intact: ");
  }
}
