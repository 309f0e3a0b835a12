package docimo.api;

import docimo.screening.KeptReply;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes a copy of a reply before it goes out. */
final class KeptBody {

  private static final Set<String> HEADERS =
      Set.of("Content-Type", "Location", "ETag", "Preference-Applied", "Cache-Control");

  private KeptBody() {}

  /**
   * The reply of a request.
   *
   * @param most how many bytes its body may have
   * @return null when it has more
   */
  static KeptReply.@Nullable Reply of(Context ctx, int most) {
    byte[] body = body(ctx);
    if (body.length > most) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>();
    for (String name : HEADERS) {
      String value = ctx.res().getHeader(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    return new KeptReply.Reply(ctx.statusCode(), headers, new String(body, StandardCharsets.UTF_8));
  }

  private static byte[] body(Context ctx) {
    InputStream result = ctx.resultInputStream();
    if (result == null) {
      return new byte[0];
    }
    try {
      byte[] bytes = result.readAllBytes();
      ctx.result(bytes);
      return bytes;
    } catch (IOException e) {
      throw new IllegalStateException("a reply in memory cannot be read", e);
    }
  }
}
