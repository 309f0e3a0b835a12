package docimo.access;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * One of several parties that a database serves, and that never see each other's data. Immutable.
 *
 * @param name from 1 to 40 characters: a letter, then letters, digits and underscores, all in lower
 *     case; it becomes a part of the name of a schema
 * @param createdAt since when there is one
 */
public record Tenant(String name, Instant createdAt) {

  /** The tenant that is always there. */
  public static final String DEFAULT = "default";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

  /**
   * @throws InvalidAccessException when the name is none
   */
  public Tenant {
    if (!NAME.matcher(name).matches()) {
      throw new InvalidAccessException(
          "tenant",
          "is a letter and up to 39 letters, digits and underscores, all in lower case, such as"
              + " acme_2");
    }
  }
}
