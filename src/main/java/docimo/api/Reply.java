package docimo.api;

import docimo.exchange.Json;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes what a request gets back when all went well. */
final class Reply {

  private Reply() {}

  /** A record, list, map or tree as JSON. */
  static void json(Context ctx, Object value) {
    ctx.contentType("application/json").result(Json.write(value).getBytes(StandardCharsets.UTF_8));
  }

  /** That something is there now, and where. */
  static void created(Context ctx, String location, Object value) {
    ctx.status(HttpStatus.CREATED).header("Location", location);
    json(ctx, value);
  }

  /** That something will be done, and where to see how far it is. */
  static void accepted(Context ctx, String location, Object value) {
    ctx.status(HttpStatus.ACCEPTED).header("Location", location);
    json(ctx, value);
  }

  /** Says which version the reply shows, for {@code If-Match}. */
  static void version(Context ctx, long version) {
    ctx.header("ETag", "\"" + version + "\"");
  }

  /** A name as a part of a path. */
  static String segment(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
