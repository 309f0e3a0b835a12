package docimo.api;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Puts on every reply what keeps browsers from doing more with it than they should. A route that
 * needs others puts its own in their place.
 */
final class SecurityHeaders extends Handler.Wrapper {

  /** A year, as browsers want it. */
  private static final String TLS_ONLY = "max-age=31536000";

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    put(response.getHeaders(), request.isSecure());
    return super.handle(request, response, callback);
  }

  /**
   * Puts them.
   *
   * @param secure whether the client came by TLS, to here or to a proxy of ours
   */
  static void put(HttpFields.Mutable headers, boolean secure) {
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Cache-Control", "no-store"); // marks, keys and answers are in nearly all
    if (secure) {
      headers.put("Strict-Transport-Security", TLS_ONLY);
    }
  }
}
