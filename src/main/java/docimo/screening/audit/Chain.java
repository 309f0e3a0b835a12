package docimo.screening.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Hashes of events. Each text goes in as the number of its UTF-8 bytes (four bytes, big-endian) and
 * the bytes, so that no two different events feed the same bytes: the previous hash, the sequence
 * (as decimal digits), the time (ISO 8601), the actor, the kind, the number of facts, and name and
 * value of each fact in the order of their names. Pure functions.
 */
public final class Chain {

  /** What stands for the hash before the first event. */
  public static final String START = "0".repeat(64);

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private Chain() {}

  /** Whether a text could be the hash of an event: 64 hexadecimal digits in lower case. */
  public static boolean isHash(String text) {
    return HASH.matcher(text).matches();
  }

  /** The hash of an event, 64 hexadecimal digits. */
  static String hash(String previousHash, long sequence, Instant at, AuditDraft draft) {
    MessageDigest digest = sha256();
    put(digest, previousHash);
    put(digest, Long.toString(sequence));
    put(digest, at.toString());
    put(digest, draft.actor());
    put(digest, draft.kind().name());
    put(digest, Integer.toString(draft.facts().size()));
    draft
        .facts()
        .forEach(
            (name, value) -> {
              put(digest, name);
              put(digest, value);
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * The hash that stands for a text which may have to be forgotten: without the salt nobody can
   * find a short text by trying.
   *
   * @param salt random, kept beside the text and removed with it
   * @return 64 hexadecimal digits
   */
  public static String saltedHash(String salt, String text) {
    MessageDigest digest = sha256();
    put(digest, salt);
    put(digest, text);
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void put(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
