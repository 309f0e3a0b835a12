package docimo.batch;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * What a log may have of an exception: the classes of it and its causes, and where they were
 * thrown. Messages are left out, because they may quote an answer.
 */
public final class Trace {

  private Trace() {}

  /** The exception and its causes, each with all of its frames, on several lines. */
  public static String of(Throwable thrown) {
    StringBuilder trace = new StringBuilder();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable t = thrown; t != null && seen.add(t); t = t.getCause()) {
      trace.append(trace.isEmpty() ? "" : "\ncaused by ").append(t.getClass().getName());
      for (StackTraceElement frame : t.getStackTrace()) {
        trace.append("\n  at ").append(frame);
      }
    }
    return trace.toString();
  }
}
