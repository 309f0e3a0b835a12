package docimo.api;

import docimo.grading.Grader;
import docimo.question.QuestionBank;
import docimo.screening.ScreeningOffice;
import java.util.function.Supplier;

/**
 * What the requests of a tenant are served with. Thread-safe.
 *
 * @param grader gives what marks answers; may wait until it is loaded
 * @param bank has the questions that requests name by id
 * @param office gives the services of screenings; may wait until the database is open
 */
public record Desk(Supplier<Grader> grader, QuestionBank bank, Supplier<ScreeningOffice> office) {

  /** The desks of all tenants. Thread-safe. */
  public interface Desks {

    /** That of a tenant, by its name. */
    Desk of(String tenant);
  }
}
