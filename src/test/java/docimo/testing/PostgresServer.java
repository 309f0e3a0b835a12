package docimo.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL, started once for all tests of a JVM; each test gets a database of its own. */
public final class PostgresServer {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final Optional<EmbeddedPostgres> SERVER = start();

  private PostgresServer() {}

  /** Whether there is one for this platform. */
  public static boolean isThere() {
    return SERVER.isPresent();
  }

  /** The address of a new and empty database, with user and password. */
  public static String newDatabase() {
    String name = "docimo_" + DATABASES.incrementAndGet();
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return address(name);
  }

  /** The address of a database, which need not be there, with user and password. */
  public static String address(String name) {
    return "jdbc:postgresql://127.0.0.1:"
        + server().getPort()
        + "/"
        + name
        + "?user=postgres&password=secret";
  }

  private static EmbeddedPostgres server() {
    return SERVER.orElseThrow();
  }

  private static Optional<EmbeddedPostgres> start() {
    if (PostgresServer.class.getResource("/postgres-linux-x86_64.txz") == null
        || !System.getProperty("os.name", "").startsWith("Linux")) {
      return Optional.empty();
    }
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("max_connections", "100")
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server), "stop-postgres"));
      return Optional.of(server);
    } catch (IOException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static void close(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
