package docimo.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Whether the client of a request that waits is still there. The server itself does not look while
 * a request is worked on, so this reads from the connection: its end, or a failure, means that the
 * client has gone. A byte of a next request is put back for the server. Only for a request whose
 * body has been received, and only while nothing of its reply has been sent; asked by one thread at
 * a time.
 */
final class ClientPresence implements BooleanSupplier {

  private final HttpConnection connection;
  private boolean gone;

  private ClientPresence(HttpConnection connection) {
    this.connection = connection;
  }

  /** For a request; where it cannot be told the client counts as present. */
  static BooleanSupplier goneOf(Context ctx) {
    return ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
            instanceof HttpConnection http
        ? new ClientPresence(http)
        : () -> false;
  }

  @Override
  public boolean getAsBoolean() {
    if (gone) {
      return true;
    }
    EndPoint endPoint = connection.getEndPoint();
    if (!connection.isRequestBufferEmpty()) {
      return false; // the next request has come already
    }
    ByteBuffer one = BufferUtil.allocate(1);
    try {
      gone = !endPoint.isOpen() || endPoint.fill(one) < 0;
    } catch (IOException e) {
      gone = true;
    }
    if (one.hasRemaining()) {
      connection.onUpgradeTo(one);
    }
    return gone;
  }
}
