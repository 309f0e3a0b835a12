package docimo.store;

import docimo.screening.StoreException;
import docimo.screening.StoreException.Trouble;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is: a path (H2, a file beside the process), {@code jdbc:h2:…}, or {@code
 * jdbc:postgresql://…}. Immutable.
 *
 * @param jdbc the address as the driver takes it, perhaps with a password
 * @param user null when the address has it, or none is needed
 * @param password null when the address has it, or none is needed
 */
public record DatabaseUrl(String jdbc, @Nullable String user, @Nullable String password) {

  private static final String H2 = "jdbc:h2:";
  private static final String H2_FILE = H2 + "file:";

  /**
   * The same file, read and written in a way that survives an interrupt: with {@code file:} a
   * thread that is interrupted while it reads or writes closes the file under all others.
   */
  private static final String H2_UNINTERRUPTED = H2 + "async:";

  private static final String POSTGRESQL = "jdbc:postgresql:";

  /**
   * What makes H2 speak as PostgreSQL does, write before it acknowledges, and wait for other
   * writers rather than fail.
   */
  private static final String H2_SETTINGS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=60000"
          // compacting at the end, on a full disk, has taken a file back to an older state
          + ";MAX_COMPACT_TIME=0";

  /**
   * Reads an address.
   *
   * @param url a path or an address that begins with jdbc:h2: or jdbc:postgresql:
   * @throws StoreException when it is none of these
   */
  public static DatabaseUrl of(String url, @Nullable String user, @Nullable String password) {
    if (url.startsWith(POSTGRESQL)) {
      return new DatabaseUrl(url, user, password);
    }
    if (url.startsWith(H2)) {
      return new DatabaseUrl(
          url.replace(H2_FILE, H2_UNINTERRUPTED) + H2_SETTINGS,
          user == null ? "docimo" : user,
          password);
    }
    if (url.isBlank() || url.contains(":") || url.contains(";")) {
      throw new StoreException(
          Trouble.BAD_URL,
          "'"
              + withoutPassword(url)
              + "' is no database that docimo knows; give a path, or an address that begins with"
              + " jdbc:postgresql:// or jdbc:h2:");
    }
    try {
      return of(H2_FILE + Path.of(url).toAbsolutePath(), user, password);
    } catch (InvalidPathException e) {
      throw new StoreException(Trouble.BAD_URL, "'" + url + "' is no path; give another", e);
    }
  }

  /** Whether it is a file of this process alone. */
  public boolean isEmbedded() {
    return jdbc.startsWith(H2);
  }

  /** Where the file of an embedded database is; null when there is none. */
  @Nullable Path folder() {
    if (!jdbc.startsWith(H2_UNINTERRUPTED)) {
      return null;
    }
    int end = jdbc.indexOf(';');
    return Path.of(jdbc.substring(H2_UNINTERRUPTED.length(), end < 0 ? jdbc.length() : end))
        .toAbsolutePath()
        .getParent();
  }

  /** The address for messages. */
  public String withoutPassword() {
    int settings = isEmbedded() ? jdbc.indexOf(H2_SETTINGS) : -1;
    String shown = settings < 0 ? jdbc : jdbc.substring(0, settings);
    return withoutPassword(shown.replace(H2_UNINTERRUPTED, H2_FILE));
  }

  /** An address as somebody wrote it, without the user and password that may stand in it. */
  public static String withoutPassword(String url) {
    String open = url.replaceFirst("//[^/@]*@", "//");
    int query = open.indexOf('?');
    if (query < 0) {
      return open.replaceAll("(?i);password=[^;]*", "");
    }
    String kept =
        Arrays.stream(open.substring(query + 1).split("&"))
            .filter(parameter -> !parameter.toLowerCase(Locale.ROOT).contains("password"))
            .collect(Collectors.joining("&"));
    return open.substring(0, query) + (kept.isEmpty() ? "" : "?" + kept);
  }

  /** The address without its password. */
  @Override
  public String toString() {
    return withoutPassword();
  }
}
