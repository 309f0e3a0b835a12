package docimo.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The text that opens what a key is for: {@code docimo_<id>_<random><check>}, of 16, 48 and 8
 * hexadecimal digits. The random part has 192 bits. The check is the CRC-32 of all before it: it
 * tells a mistyped key from one that is not known, and lets programs that look for secrets in
 * source code find real ones only. Immutable; never in a log, and its {@code toString} does not
 * show it.
 *
 * @param id of the key
 * @param text all of it
 */
public record Secret(String id, String text) {

  private static final String PREFIX = "docimo_";
  private static final int ID_BYTES = 8;
  private static final int RANDOM_BYTES = 24;
  private static final int CHECK_DIGITS = 8;
  private static final Pattern FORM = Pattern.compile("docimo_([0-9a-f]{16})_[0-9a-f]{56}");

  /**
   * A new secret.
   *
   * @param id of the key
   * @param random gives so many bytes that nobody can guess
   */
  static Secret make(String id, RandomBytes random) {
    String body = PREFIX + id + "_" + HexFormat.of().formatHex(random.next(RANDOM_BYTES));
    return new Secret(id, body + check(body));
  }

  /** A new id of a key. */
  static String newId(RandomBytes random) {
    return HexFormat.of().formatHex(random.next(ID_BYTES));
  }

  /**
   * Reads a secret.
   *
   * @return empty when it is none, or when a letter of it is wrong or missing
   */
  static Optional<Secret> read(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String body = text.substring(0, text.length() - CHECK_DIGITS);
    return text.equals(body + check(body))
        ? Optional.of(new Secret(form.group(1), text))
        : Optional.empty();
  }

  /**
   * What is kept of it: the SHA-256, 64 hexadecimal digits. A slow hash with a salt is for what
   * people choose and others can guess; 192 random bits cannot be found by trying, however fast.
   */
  String hash() {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Whether this is the secret of which a hash was kept; takes as long whatever it is. */
  boolean hasHash(String kept) {
    return MessageDigest.isEqual(
        hash().getBytes(StandardCharsets.US_ASCII), kept.getBytes(StandardCharsets.US_ASCII));
  }

  private static String check(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The key that it is of, and nothing of the secret. */
  @Override
  public String toString() {
    return PREFIX + id + "_…";
  }
}
