package docimo.cli;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks for a thing when it is first needed, and keeps it. Used by one thread. */
final class Once<T> implements Supplier<T> {

  private final Supplier<T> source;
  private @Nullable T thing;

  Once(Supplier<T> source) {
    this.source = source;
  }

  @Override
  public T get() {
    T known = thing;
    if (known == null) {
      known = source.get();
      thing = known;
    }
    return known;
  }
}
