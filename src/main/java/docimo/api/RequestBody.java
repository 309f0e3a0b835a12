package docimo.api;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.exchange.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the JSON body of a request within a limit. */
final class RequestBody {

  private RequestBody() {}

  /**
   * @param limit the most bytes that the body may have
   * @throws RequestException when the body has another media type, is too long or is no UTF-8
   * @throws docimo.exchange.MalformedJsonException when it is no JSON
   */
  static JsonNode json(Context ctx, int limit) {
    requireJson(ctx.contentType());
    try (InputStream in = ctx.bodyInputStream()) {
      byte[] bytes =
          ctx.req().getContentLengthLong() > limit ? new byte[limit + 1] : in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw tooLarge(limit);
      }
      return Json.read(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new RequestException(
          Problem.of(400, "malformed-json", "The body is not JSON", "The body is not UTF-8 text"));
    } catch (IOException e) {
      throw new UncheckedIOException("the body could not be read", e);
    }
  }

  private static void requireJson(@Nullable String contentType) {
    String type =
        contentType == null ? "" : contentType.toLowerCase(Locale.ROOT).split(";")[0].strip();
    if (!type.equals("application/json") && !type.endsWith("+json")) {
      String sent = type.isEmpty() ? "no Content-Type" : "another one";
      throw new RequestException(
          Problem.of(
              415,
              "unsupported-media-type",
              "Send JSON",
              "The body must have the Content-Type application/json; the request has " + sent));
    }
  }

  private static RequestException tooLarge(int limit) {
    return new RequestException(
        Problem.of(
            413,
            "body-too-large",
            "The body is too large",
            "The body may have " + limit + " bytes at most; send less"));
  }
}
