package docimo.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import docimo.screening.QuestionCodec;
import docimo.screening.StoreException;
import docimo.screening.StoreException.Trouble;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;

/** A database that is open and up to date. Thread-safe. */
public final class Database implements AutoCloseable {

  private static final int CONNECTIONS = 10;
  private static final long CONNECT_MILLIS = 3_000;

  private final DatabaseUrl url;
  private final HikariDataSource pool;
  private final SqlStore store;

  private Database(DatabaseUrl url, HikariDataSource pool, QuestionCodec questions, Room room) {
    this.url = url;
    this.pool = pool;
    this.store = new SqlStore(pool, url, questions, room);
  }

  /**
   * Opens a database, makes it when it is a file that is not there yet, and migrates it when it is
   * of an older version.
   *
   * @throws StoreException when it cannot be opened or is of a newer version
   */
  public static Database open(DatabaseUrl url, QuestionCodec questions) {
    return open(url, questions, Room.of(url));
  }

  /** The same, with as much room as the caller asks for. */
  static Database open(DatabaseUrl url, QuestionCodec questions, Room room) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url.jdbc());
    config.setUsername(url.user());
    config.setPassword(url.password() == null && url.isEmbedded() ? "" : url.password());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(CONNECT_MILLIS);
    config.setPoolName("docimo");
    if (!url.isEmbedded()) {
      config.addDataSourceProperty("ApplicationName", "docimo");
      config.addDataSourceProperty("logServerErrorDetail", "false"); // it quotes rows
      config.addDataSourceProperty("tcpKeepAlive", "true");
    }
    HikariDataSource pool;
    try {
      pool = new HikariDataSource(config);
    } catch (RuntimeException e) {
      throw Failures.of(url, e);
    }
    try {
      migrate(url, pool);
      return new Database(url, pool, questions, room);
    } catch (RuntimeException | Error e) {
      pool.close();
      throw e;
    }
  }

  private static void migrate(DatabaseUrl url, DataSource pool) {
    try {
      Flyway flyway =
          Flyway.configure(Database.class.getClassLoader())
              .dataSource(pool)
              .locations("classpath:docimo/store/migration")
              .table("docimo_schema")
              .baselineOnMigrate(false)
              .load();
      boolean newer =
          Arrays.stream(flyway.info().all())
              .anyMatch(
                  migration ->
                      migration.getState() == MigrationState.FUTURE_SUCCESS
                          || migration.getState() == MigrationState.FUTURE_FAILED);
      if (newer) {
        throw new StoreException(
            Trouble.NEWER_SCHEMA,
            "the database "
                + url.withoutPassword()
                + " was written by a newer docimo; use that one, or another database");
      }
      flyway.migrate();
    } catch (FlywayException e) {
      throw Failures.of(url, e);
    }
  }

  /** The store on it. */
  public SqlStore store() {
    return store;
  }

  /** Its connections. */
  DataSource connections() {
    return pool;
  }

  /** Its address. */
  public DatabaseUrl url() {
    return url;
  }

  /** Closes its connections. */
  @Override
  public void close() {
    pool.close();
  }
}
