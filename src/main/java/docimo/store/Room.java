package docimo.store;

import docimo.screening.StoreException;
import docimo.screening.StoreException.Trouble;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Room on the disk of a file database. Writes are refused a good while before there is none: a
 * write that fails in the middle shuts an H2 database, and what was acknowledged must not depend on
 * how well it comes back. Thread-safe.
 *
 * @param folder where the file is; null for a database that is not a file of ours
 * @param leastBytes how much has to be free for a write
 */
record Room(@Nullable Path folder, long leastBytes) {

  private static final long MEGABYTE = 1 << 20;

  /** More than all writers and the database itself write until one of them asks again. */
  private static final long LEAST = 32 * MEGABYTE;

  static Room of(DatabaseUrl url) {
    return new Room(url.folder(), LEAST);
  }

  /**
   * Says that there is room for a write.
   *
   * @throws StoreException when there is not
   */
  void require(DatabaseUrl url) {
    if (folder != null && folder.toFile().getUsableSpace() < leastBytes) {
      throw new StoreException(
          Trouble.DISK_FULL,
          "the disk of the database "
              + url.withoutPassword()
              + " has less than "
              + leastBytes / MEGABYTE
              + " MB of room left; make some and try again");
    }
  }
}
