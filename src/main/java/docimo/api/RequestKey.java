package docimo.api;

import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The key that a caller gave a request, and the part of its fingerprint that is known before its
 * body.
 *
 * @param caller whose key it is
 * @param hash hash of the key
 * @param fingerprint hash of method, path, query, and the headers that change what is done
 */
record RequestKey(String caller, String hash, String fingerprint) {

  /** The header that has the key. */
  static final String HEADER = "Idempotency-Key";

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

  private static final List<String> HEADERS =
      List.of("Content-Type", Actor.HEADER, "If-Match", "Prefer");

  /**
   * The key in the header, with or without quotes.
   *
   * @throws RequestException when it is none
   */
  static RequestKey of(Context ctx) {
    String header = ctx.header(HEADER);
    String key = header == null ? "" : header.strip().replaceFirst("^\"(.*)\"$", "$1");
    if (!KEY.matcher(key).matches()) {
      throw new RequestException(
          Problem.of(
              400,
              "idempotency-key-invalid",
              "This is no key",
              "The header "
                  + HEADER
                  + " has 1 to 255 printable ASCII characters without blanks; send a random one,"
                  + " such as a UUID"));
    }
    MessageDigest head = sha256();
    String query = ctx.queryString();
    put(head, ctx.method().name());
    put(head, ctx.path());
    put(head, query == null ? "" : query);
    for (String name : HEADERS) {
      String value = ctx.header(name);
      put(head, value == null ? "" : value);
    }
    return new RequestKey(
        Caller.keyOwner(ctx),
        hex(sha256().digest(key.getBytes(StandardCharsets.US_ASCII))),
        hex(head.digest()));
  }

  /** The whole fingerprint. */
  String fingerprint(byte[] hashOfBody) {
    MessageDigest whole = sha256();
    put(whole, fingerprint);
    whole.update(hashOfBody);
    return hex(whole.digest());
  }

  private static void put(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
