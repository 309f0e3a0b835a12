package docimo.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import docimo.access.Tenant;
import docimo.screening.QuestionCodec;
import docimo.screening.StoreException;
import docimo.screening.StoreException.Trouble;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;

/**
 * A database that is open and up to date. The tenant {@link Tenant#DEFAULT} is in the schema that
 * the address leads to, beside keys, tenants and the queue of jobs; each other tenant has a schema
 * of its own. Thread-safe.
 */
public final class Database implements AutoCloseable {

  private static final int CONNECTIONS = 10;
  private static final long CONNECT_MILLIS = 3_000;

  private static final String SCHEMA_OF_TENANT = "tenant_";

  private final DatabaseUrl url;
  private final HikariDataSource pool;
  private final QuestionCodec questions;
  private final Room room;
  private final String home;
  private final DataSource control;
  private final ConcurrentMap<String, SqlStore> stores = new ConcurrentHashMap<>();

  private Database(
      DatabaseUrl url, HikariDataSource pool, String home, QuestionCodec questions, Room room) {
    this.url = url;
    this.pool = pool;
    this.questions = questions;
    this.room = room;
    this.home = home;
    this.control = SchemaConnections.of(pool, home);
    stores.put(Tenant.DEFAULT, new SqlStore(control, url, questions, room));
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
      String home = schemaOf(url, pool);
      migrate(url, SchemaConnections.of(pool, home), home);
      return new Database(url, pool, home, questions, room);
    } catch (RuntimeException | Error e) {
      pool.close();
      throw e;
    }
  }

  /** Where the address leads to. */
  private static String schemaOf(DatabaseUrl url, DataSource pool) {
    try (Connection connection = pool.getConnection()) {
      return Objects.requireNonNullElse(connection.getSchema(), "public");
    } catch (SQLException e) {
      throw Failures.of(url, e);
    }
  }

  private static void migrate(DatabaseUrl url, DataSource connections, String schema) {
    try {
      Flyway flyway =
          Flyway.configure(Database.class.getClassLoader())
              .dataSource(connections)
              .defaultSchema(schema)
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

  /** The store of the tenant {@link Tenant#DEFAULT}. */
  public SqlStore store() {
    return store(Tenant.DEFAULT);
  }

  /**
   * The store of a tenant. Its schema is made when it is not there yet, and migrated when it is of
   * an older version.
   *
   * @param tenant the name of a {@link Tenant}, who need not be in the book of tenants yet
   * @throws StoreException when that is not possible
   */
  public SqlStore store(String tenant) {
    SqlStore open = stores.get(tenant);
    return open != null ? open : stores.computeIfAbsent(tenant, this::open);
  }

  private SqlStore open(String tenant) {
    String schema = SCHEMA_OF_TENANT + tenant;
    migrate(url, control, schema);
    return new SqlStore(SchemaConnections.of(pool, schema), url, questions, room);
  }

  /** Its keys. */
  public SqlKeys keys() {
    return new SqlKeys(this);
  }

  /** Its tenants. */
  public SqlTenants tenants() {
    return new SqlTenants(this);
  }

  /** Its connections, in the control schema. */
  DataSource connections() {
    return control;
  }

  /** A table of the control schema, for a statement that is run in the schema of a tenant. */
  String inControl(String table) {
    return '"' + home.replace("\"", "\"\"") + "\"." + table;
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
