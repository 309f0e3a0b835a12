package docimo.store;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.question.Question;
import docimo.screening.QuestionRevision;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of every database have in common: each test has an empty one. */
abstract class StoreContract {

  Database database;
  Office office;

  /** The address of an empty database. */
  abstract DatabaseUrl newDatabase();

  @BeforeEach
  void open() {
    database = Database.open(newDatabase(), Office.QUESTIONS);
    office = new Office(database.store());
  }

  @AfterEach
  void close() {
    database.close();
  }

  final void sql(String statement) {
    Jdbi.create(database.connections()).useHandle(handle -> handle.execute(statement));
  }

  /** Gives a question its second revision. */
  final QuestionRevision revise(String id) {
    Question old = Office.question(id);
    return office
        .services
        .questions()
        .save(
            new Question(id, "Another prompt", old.references(), old.keyPoints(), old.rule(), null),
            1,
            "author");
  }

  /** What each of many does at once. */
  interface Step {
    void run(int number) throws Exception;
  }

  static void inParallel(int threads, Step step) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Boolean>> calls = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        calls.add(
            () -> {
              step.run(number);
              return true;
            });
      }
      for (Future<Boolean> future : pool.invokeAll(calls)) {
        assertThat(future.get()).isTrue();
      }
    } finally {
      pool.shutdown();
    }
  }
}
