package docimo.api;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Problem documents for what the server refuses before any route sees it: a request that is no
 * HTTP, a path that cannot be decoded, headers that are too long, a request that comes while the
 * service stops.
 */
final class ServerErrors extends ErrorHandler {

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    SecurityHeaders.put(response.getHeaders(), request.isSecure());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.write(true, ByteBuffer.wrap(problem(status).bytes()), callback);
  }

  private static Problem problem(int status) {
    return switch (status) {
      case HttpStatus.SERVICE_UNAVAILABLE_503 -> Problem.notReady();
      case HttpStatus.URI_TOO_LONG_414 ->
          Problem.of(status, "address-too-long", "The address is too long", "Shorten the address");
      case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
          Problem.of(
              status,
              "headers-too-large",
              "The headers are too large",
              "Send fewer or shorter ones");
      default ->
          Problem.of(
              status,
              status == HttpStatus.BAD_REQUEST_400 ? "bad-request" : "http-" + status,
              HttpStatus.getMessage(status),
              "The request is not one that this service can read; check address and headers");
    };
  }
}
