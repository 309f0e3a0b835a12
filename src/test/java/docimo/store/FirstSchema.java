package docimo.store;

import com.zaxxer.hikari.HikariDataSource;
import docimo.screening.audit.AuditDraft;
import docimo.screening.audit.AuditKind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Databases as the first version of docimo made them. */
public final class FirstSchema implements AutoCloseable {

  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
  private static final int BATCH = 10_000;

  private final DatabaseUrl url;
  private final HikariDataSource connections = new HikariDataSource();

  private FirstSchema(DatabaseUrl url) {
    this.url = url;
    connections.setJdbcUrl(url.jdbc());
    connections.setUsername(url.user());
    connections.setPassword(url.isEmbedded() ? "" : url.password());
    connections.setMaximumPoolSize(2);
  }

  /**
   * Makes a database.
   *
   * @param address of an empty one
   */
  public static FirstSchema at(String address) {
    return at(DatabaseUrl.of(address, null, null));
  }

  static FirstSchema at(DatabaseUrl url) {
    FirstSchema made = new FirstSchema(url);
    Flyway.configure()
        .dataSource(made.connections)
        .locations("classpath:docimo/store/migration")
        .table("docimo_schema")
        .target("1")
        .load()
        .migrate();
    return made;
  }

  /** Its tables. */
  Jdbi tables() {
    return Jdbi.create(connections);
  }

  /** Gives it a screening, with an event for each of its jobs, and parts that were done in part. */
  public void fill(int jobs, int partsOfEach) {
    new SqlStore(connections, url, Office.QUESTIONS, new Room(null, 0))
        .write(
            tx ->
                tx.audit()
                    .append(LONG_AGO, Stream.generate(FirstSchema::moved).limit(jobs).toList()));
    tables().useTransaction(handle -> fill(handle, jobs, partsOfEach));
  }

  private static AuditDraft moved() {
    return AuditDraft.of(AuditKind.JOB_MOVED, "r").with("state", "cancelled");
  }

  private static void fill(Handle handle, int jobs, int partsOfEach) {
    handle.execute(
        "INSERT INTO screening VALUES ('s', 1, 'Old', 'screening', '', FALSE, 365, 'last', 'open',"
            + " '2026-01-01T00:00:00Z', 1)");
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO job VALUES (:id, :place, 'upload', 's', 'cancelled', 4000, 'r',"
                + " '2026-01-01T00:00:00Z', NULL, 3)");
    for (int job = 0; job < jobs; job++) {
      batch.bind("id", "j" + job).bind("place", job + 1).add();
    }
    batch.execute();
    batch =
        handle.prepareBatch(
            "INSERT INTO job_part VALUES (:job, :part, 0, 200, 60, :done, :failed)");
    for (int i = 0; i < jobs * partsOfEach; i++) {
      int job = i / partsOfEach;
      batch
          .bind("job", "j" + job)
          .bind("part", i % partsOfEach)
          .bind("done", job % 7 + 1)
          .bind("failed", job % 3)
          .add();
      if (batch.size() == BATCH) {
        batch.execute();
      }
    }
    batch.execute();
  }

  /** How many jobs and parts a database of any later version has, and versions of its schema. */
  public static List<Long> counts(String address) {
    try (FirstSchema opened = new FirstSchema(DatabaseUrl.of(address, null, null))) {
      return opened
          .tables()
          .withHandle(
              handle ->
                  Stream.of(
                          "SELECT COUNT(*) FROM job",
                          "SELECT COUNT(*) FROM job_part",
                          "SELECT COUNT(*) FROM \"docimo_schema\" WHERE \"version\" = '2'")
                      .map(query -> handle.createQuery(query).mapTo(Long.class).one())
                      .toList());
    }
  }

  /** Jobs that do not know how far their parts are. */
  public static long wrong(String address) {
    try (FirstSchema opened = new FirstSchema(DatabaseUrl.of(address, null, null))) {
      return opened
          .tables()
          .withHandle(
              handle ->
                  handle
                      .createQuery(
                          "SELECT COUNT(*) FROM job j JOIN (SELECT job_id, SUM(done) AS done,"
                              + " SUM(failed) AS failed FROM job_part GROUP BY job_id) p"
                              + " ON p.job_id = j.id"
                              + " WHERE p.done <> j.done OR p.failed <> j.failed")
                      .mapTo(Long.class)
                      .one());
    }
  }

  @Override
  public void close() {
    connections.close();
  }
}
