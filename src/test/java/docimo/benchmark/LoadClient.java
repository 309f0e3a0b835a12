package docimo.benchmark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A client that costs as little as can be: one connection, requests that are made ready before. */
final class LoadClient implements AutoCloseable {

  private final Socket socket;
  private final OutputStream out;
  private final InputStream in;
  private String refusal = "";

  LoadClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    out = socket.getOutputStream();
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
  }

  /** A request that is ready to be sent. */
  static final class Request {
    private final byte[] bytes;

    private Request(byte[] bytes) {
      this.bytes = bytes;
    }
  }

  /** A request with a body of JSON. */
  static Request post(String path, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: docimo\r\nContent-Type: application/json\r\nContent-Length: "
            + content.length
            + "\r\n\r\n";
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    request.writeBytes(content);
    return new Request(request.toByteArray());
  }

  /** Sends a request, reads the reply and gives its status. */
  int send(Request request) throws IOException {
    out.write(request.bytes);
    out.flush();
    int status = Integer.parseInt(line().split(" ")[1]);
    long length = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Long.parseLong(line.substring("content-length:".length()).strip());
      }
    }
    if (status == 200) {
      in.skipNBytes(length);
    } else {
      refusal = new String(in.readNBytes((int) length), StandardCharsets.UTF_8);
    }
    return status;
  }

  /** The last reply that was no mark. */
  String refusal() {
    return refusal;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the connection ended");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
