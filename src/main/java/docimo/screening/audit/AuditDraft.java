package docimo.screening.audit;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written into the log. Immutable.
 *
 * @param kind what has happened
 * @param actor who did it, as the caller names them; "docimo" for the machine
 * @param facts ids, versions, hashes and numbers by name, sorted; never the text of an answer or
 *     what a candidate is called
 */
public record AuditDraft(AuditKind kind, String actor, SortedMap<String, String> facts) {

  /** Who acts when nobody does. */
  public static final String MACHINE = "docimo";

  /** Keeps its own copy. */
  public AuditDraft {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /** An event without facts. */
  public static AuditDraft of(AuditKind kind, String actor) {
    return new AuditDraft(kind, actor, new TreeMap<>());
  }

  /**
   * The same event with one more fact.
   *
   * @param value written by its {@code toString}; null says nothing and adds nothing
   */
  public AuditDraft with(String name, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    SortedMap<String, String> more = new TreeMap<>(facts);
    more.put(name, value.toString());
    return new AuditDraft(kind, actor, more);
  }

  /** The same event with more facts. */
  public AuditDraft withAll(Map<String, String> others) {
    SortedMap<String, String> more = new TreeMap<>(facts);
    more.putAll(others);
    return new AuditDraft(kind, actor, more);
  }
}
