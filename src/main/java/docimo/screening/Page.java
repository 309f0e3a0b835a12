package docimo.screening;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list. Immutable.
 *
 * @param items in order
 * @param next the cursor to go on after; null when this was all
 */
public record Page<T>(List<T> items, @Nullable Long next) {

  /** How many items a page has at most. */
  public static final int MOST = 1000;

  /** Keeps its own copy. */
  public Page {
    items = List.copyOf(items);
  }

  /**
   * A page of a list of which one item more than wanted was read, to know whether there are more.
   *
   * @param cursor the cursor of an item
   */
  static <T> Page<T> of(List<T> read, int limit, ToLongFunction<T> cursor) {
    if (read.size() <= limit) {
      return new Page<>(read, null);
    }
    return new Page<>(read.subList(0, limit), cursor.applyAsLong(read.get(limit - 1)));
  }

  /**
   * Checks how many items are asked for.
   *
   * @throws InvalidValueException when it is not from 1 to {@link #MOST}
   */
  static int requireLimit(int limit) {
    if (limit < 1 || limit > MOST) {
      throw new InvalidValueException("limit", "is a number from 1 to " + MOST);
    }
    return limit;
  }
}
