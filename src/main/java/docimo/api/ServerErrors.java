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

  private final Limits limits;

  ServerErrors(Limits limits) {
    this.limits = limits;
  }

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
    if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, ErrorTable.SOON);
    }
    response.write(true, ByteBuffer.wrap(problem(status).bytes()), callback);
  }

  private Problem problem(int status) {
    return switch (status) {
      case HttpStatus.SERVICE_UNAVAILABLE_503 -> Problem.notReady();
      case HttpStatus.URI_TOO_LONG_414 -> LimitProblems.address(limits);
      case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 -> LimitProblems.headers(limits);
      default ->
          Problem.of(
              status,
              status == HttpStatus.BAD_REQUEST_400 ? "bad-request" : "http-" + status,
              HttpStatus.getMessage(status),
              "The request is not one that this service can read; check address and headers");
    };
  }
}
