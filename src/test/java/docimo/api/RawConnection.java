package docimo.api;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A bare connection to a server: what is written goes out as it is. */
final class RawConnection implements AutoCloseable {

  private static final int GIVE_UP_MILLIS = 60_000;

  /**
   * What came back.
   *
   * @param headers by lower-case name
   */
  record Reply(int status, Map<String, String> headers, String body) {

    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  private final Socket socket;
  private final InputStream in;

  RawConnection(String host, int port) throws IOException {
    this(new Socket(host, port));
  }

  private RawConnection(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(GIVE_UP_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** One that takes little at once. */
  static RawConnection narrow(String host, int port) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(host, port));
    return new RawConnection(socket);
  }

  RawConnection write(String text) throws IOException {
    return write(text.getBytes(StandardCharsets.UTF_8));
  }

  RawConnection write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** The next reply, whose body must have a Content-Length if it has any. */
  Reply reply() throws IOException {
    String statusLine = line();
    Map<String, String> headers = headers();
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Reply(Integer.parseInt(statusLine.split(" ")[1]), headers, body);
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  /** The next reply, after which the server closes the connection, however long its body is. */
  Reply lastReply() throws IOException {
    String statusLine = line();
    Map<String, String> headers = headers();
    byte[] all = in.readAllBytes();
    boolean chunked = headers.getOrDefault("transfer-encoding", "").equals("chunked");
    String body = new String(chunked ? joined(all) : all, StandardCharsets.UTF_8);
    return new Reply(Integer.parseInt(statusLine.split(" ")[1]), headers, body);
  }

  private static byte[] joined(byte[] chunks) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    int at = 0;
    while (at < chunks.length) {
      int end = at;
      while (chunks[end] != '\r') {
        end++;
      }
      int size = Integer.parseInt(new String(chunks, at, end - at, StandardCharsets.US_ASCII), 16);
      whole.write(chunks, end + 2, size);
      at = end + 2 + size + 2;
    }
    return whole.toByteArray();
  }

  /** Whether the server has closed the connection and nothing more came. */
  boolean isAtEnd() throws IOException {
    return in.read() < 0;
  }

  /** The next line of what came back. */
  String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the connection ended after '" + line + "'");
      }
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
