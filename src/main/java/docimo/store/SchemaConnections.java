package docimo.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Connections of a shared pool, each set to one schema before anybody gets it. No connection is
 * trusted to be in the right one: whoever had it before, whatever it was set to and whether that
 * was undone, whoever takes it next says anew where it works. Thread-safe.
 *
 * @param pool whose connections nobody takes but through this
 * @param schema where they work
 */
record SchemaConnections(DataSource pool, String schema) implements InvocationHandler {

  /** A source of connections that all work in one schema. */
  static DataSource of(DataSource pool, String schema) {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            new SchemaConnections(pool, schema));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    try {
      Object result = method.invoke(pool, arguments);
      return result instanceof Connection connection ? inSchema(connection) : result;
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private Connection inSchema(Connection connection) throws SQLException {
    try {
      connection.setSchema(schema);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }
}
