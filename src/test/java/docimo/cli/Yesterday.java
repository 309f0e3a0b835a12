package docimo.cli;

import docimo.exchange.GradeJson;
import docimo.exchange.QuestionJson;
import docimo.grading.Answer;
import docimo.grading.Grade;
import docimo.grading.ReviewPolicy;
import docimo.question.Question;
import docimo.screening.AgreementMeasure;
import docimo.screening.Job;
import docimo.screening.JobQueue;
import docimo.screening.Marking;
import docimo.screening.NewAnswer;
import docimo.screening.ScreeningOffice;
import docimo.screening.ScreeningParts;
import docimo.store.Database;
import docimo.store.DatabaseUrl;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The services on a database some days ago, with a machine that fails at all answers. */
final class Yesterday implements AutoCloseable, Marking, JobQueue {

  private final Database database;
  private final ScreeningOffice office;

  /**
   * Opens a database.
   *
   * @param address as {@code --db} takes it
   * @param days how long ago it is
   */
  Yesterday(String address, int days) {
    database = Database.open(DatabaseUrl.of(address, null, null), new QuestionJson());
    office =
        new ScreeningOffice(
            new ScreeningParts(
                database.store(),
                this,
                new GradeJson(),
                (machine, human) -> new AgreementMeasure.Figures(null, null, 0, 0),
                Clock.offset(Clock.systemUTC(), Duration.ofDays(-days)),
                () -> UUID.randomUUID().toString(),
                () -> UUID.randomUUID().toString()),
            this);
  }

  void submit(String screening, String candidate, String question, String answer) {
    office
        .submissions()
        .submit(screening, new NewAnswer(candidate, null, question, null, answer), "rita");
  }

  @Override
  public Grade mark(Question question, Answer answer, ReviewPolicy policy) {
    throw new IllegalStateException("for the test");
  }

  @Override
  public Grade.Versions versions() {
    return new Grade.Versions("none", "none", "none", null, "none");
  }

  @Override
  public void offer(Job.Kind kind, String jobId, int part) {}

  @Override
  public void start(Worker worker, List<Chore> chores) {}

  @Override
  public void close() {
    database.close();
  }
}
