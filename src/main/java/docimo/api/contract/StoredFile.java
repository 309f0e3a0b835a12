package docimo.api.contract;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Something to be served as it is. Nobody changes its bytes; thread-safe. */
public final class StoredFile {

  private static final int HASH_BYTES = 8;

  private final String mediaType;
  private final byte[] bytes;
  private final String etag;

  StoredFile(String mediaType, byte[] bytes) {
    this.mediaType = mediaType;
    this.bytes = bytes;
    this.etag = "\"" + HexFormat.of().formatHex(sha256(bytes), 0, HASH_BYTES) + "\"";
  }

  /** Its media type, without a charset. */
  public String mediaType() {
    return mediaType;
  }

  /** Its content; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** Changes with the content; in quotes, as the header has it. */
  public String etag() {
    return etag;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
