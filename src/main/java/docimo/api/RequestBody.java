package docimo.api;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.exchange.Json;
import docimo.exchange.JsonReader;
import io.javalin.config.Key;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the JSON body of a request within a limit. */
final class RequestBody {

  /** Reads JSON within the limits of the service. */
  static final Key<JsonReader> JSON = new Key<>("json");

  /** The limits of the service. */
  static final Key<Limits> LIMITS = new Key<>("limits");

  /** How long the service waits. */
  static final Key<Timeouts> TIMEOUTS = new Key<>("timeouts");

  private static final String INSTEAD = "docimo.body";

  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";]*)\"?", Pattern.CASE_INSENSITIVE);

  private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9.+-]{1,64}/[a-z0-9.+-]{1,64}");

  /** How much of a body that is too large is passed over, so that its sender can read why. */
  private static final int PASSED_OVER = 16 * 1024 * 1024;

  private RequestBody() {}

  /**
   * @param limit the most bytes that the body may have
   * @throws RequestException when the body has another media type, is too long, is no UTF-8 or ends
   *     too early
   * @throws docimo.exchange.MalformedJsonException when it is no JSON
   */
  static JsonNode json(Context ctx, int limit) {
    String contentType = ctx.header("Content-Type");
    requireJson(contentType);
    requireUtf8(contentType);
    try {
      byte[] bytes = bytes(ctx, limit);
      return ctx.appData(JSON)
          .read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new RequestException(
          Problem.of(400, "malformed-json", "The body is not JSON", "The body is not UTF-8 text"));
    } catch (IOException e) {
      throw unread(ctx, e);
    }
  }

  /**
   * The body where there is one, otherwise an empty object.
   *
   * @throws RequestException as {@link #json}, when there is a body
   * @throws docimo.exchange.MalformedJsonException when it is no JSON
   */
  static JsonNode optionalJson(Context ctx, int limit) {
    long length = ctx.req().getContentLengthLong();
    boolean none = length == 0 || (length < 0 && ctx.header("Transfer-Encoding") == null);
    return none ? Json.read("{}") : json(ctx, limit);
  }

  /** The body as it comes; or what stands in its place since somebody has read it before. */
  static InputStream stream(Context ctx) throws IOException {
    InputStream instead = ctx.attribute(INSTEAD);
    return instead == null ? ctx.req().getInputStream() : instead;
  }

  /** From now on, reads the body from another stream. */
  static void readInstead(Context ctx, InputStream in) {
    ctx.attribute(INSTEAD, in);
  }

  /**
   * The whole body, which can be read again after that.
   *
   * @throws RequestException when it is too long or ends too early
   */
  static byte[] buffered(Context ctx, int limit) {
    try {
      byte[] bytes = bytes(ctx, limit);
      readInstead(ctx, new ByteArrayInputStream(bytes));
      return bytes;
    } catch (IOException e) {
      throw unread(ctx, e);
    }
  }

  /**
   * Refuses a body that says beforehand that it is too long.
   *
   * @throws RequestException when it does
   */
  static void requireLength(Context ctx, long limit) {
    if (ctx.req().getContentLengthLong() > limit) {
      passOver(ctx);
      throw batchTooLarge(limit);
    }
  }

  /** Reads on for a while without looking, so that the sender of a body can read why. */
  static void passOver(Context ctx) {
    boolean waits = ctx.header("Expect") != null;
    if (waits || ctx.req().getContentLengthLong() > PASSED_OVER) {
      return;
    }
    try {
      drain(paced(ctx), PASSED_OVER);
    } catch (IOException e) {
      // the sender is gone, or has sent all of it
    }
  }

  /**
   * Reads a body that is read while it comes only to know what it is.
   *
   * @param digest takes it
   * @param limit the most bytes that it may have
   * @throws RequestException when it is too long, comes too slowly or ends too early
   */
  static void digest(Context ctx, MessageDigest digest, long limit) {
    requireLength(ctx, limit);
    try (DigestInputStream in = new DigestInputStream(paced(ctx), digest)) {
      if (drain(in, limit) > limit) {
        throw batchTooLarge(limit);
      }
    } catch (IOException e) {
      throw unread(ctx, e);
    }
  }

  private static InputStream paced(Context ctx) throws IOException {
    return new PacedInput(ctx.req().getInputStream(), ctx.appData(TIMEOUTS));
  }

  /** Reads to the end, or until more than so many bytes have come; gives how many came. */
  private static long drain(InputStream in, long most) throws IOException {
    byte[] buffer = new byte[8192];
    long count = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      count += n;
      if (count > most) {
        break;
      }
    }
    return count;
  }

  private static RequestException batchTooLarge(long limit) {
    return new RequestException(
        Problem.of(
            413,
            "body-too-large",
            "The body is too large",
            "A batch may have " + limit + " bytes at most; send the other rows in another one"));
  }

  private static RequestException unread(Context ctx, IOException e) {
    if (e instanceof SlowBodyException) {
      return new RequestException(LimitProblems.slowBody(ctx.appData(TIMEOUTS).body()));
    }
    if (e instanceof BodyMemoryException) {
      return new RequestException(LimitProblems.memory(ctx.appData(LIMITS)));
    }
    return new RequestException(
        Problem.of(
            400,
            "incomplete-body",
            "The body is incomplete",
            "The body ended before all of it had come"));
  }

  private static byte[] bytes(Context ctx, int limit) throws IOException {
    long length = ctx.req().getContentLengthLong();
    boolean announced = length > limit;
    if (announced && (ctx.header("Expect") != null || length > PASSED_OVER)) {
      throw tooLarge(limit); // unread: too much of it, or the sender waits for leave to send it
    }
    try (InputStream in = stream(ctx)) {
      byte[] bytes = announced ? new byte[0] : in.readNBytes(limit + 1);
      if (announced || bytes.length > limit) {
        in.skip(PASSED_OVER);
        throw tooLarge(limit);
      }
      return bytes;
    }
  }

  private static void requireJson(@Nullable String contentType) {
    String type =
        contentType == null
            ? ""
            : contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    if (!type.equals("application/json") && !type.endsWith("+json")) {
      throw unsupported(
          "The body must have the Content-Type application/json; the request has " + named(type));
    }
  }

  /** Says what was sent, unless it is no media type. */
  private static String named(String type) {
    if (type.isEmpty()) {
      return "no Content-Type";
    }
    return MEDIA_TYPE.matcher(type).matches() ? type : "another one";
  }

  private static void requireUtf8(@Nullable String contentType) {
    Matcher charset = CHARSET.matcher(contentType == null ? "" : contentType);
    if (charset.find() && !charset.group(1).strip().equalsIgnoreCase("utf-8")) {
      throw unsupported("JSON is sent in UTF-8; the request has another charset");
    }
  }

  private static RequestException unsupported(String detail) {
    return new RequestException(
        Problem.of(415, "unsupported-media-type", "Another media type is needed", detail));
  }

  private static RequestException tooLarge(int limit) {
    return new RequestException(LimitProblems.body(limit));
  }
}
