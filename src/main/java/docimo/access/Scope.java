package docimo.access;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a key is for. The wire names are in databases and in configurations: none is ever renamed,
 * and more may come.
 *
 * <p>Nothing but {@link #ADMIN} includes another one, so that a key holds no more than was said
 * when it was made.
 */
public enum Scope {
  /**
   * Has answers marked and hands them in; reads ids and prompts of questions. For a front end: it
   * reads no reference answer, and nothing that others handed in.
   */
  GRADE("grade"),
  /** Reads questions with their references, writes them, and tries attacks on them. */
  QUESTIONS_WRITE("questions:write"),
  /**
   * The daily work on screenings: reads answers and results, exports, uploads, reviews, marks.
   * Reads questions with their references, against which a person has to judge.
   */
  REVIEW("review"),
  /**
   * All of it, and what changes the rules or cannot be undone: plans of screenings, the audit log,
   * candidates' data and its removal, keys.
   */
  ADMIN("admin");

  private final String wireName;

  Scope(String wireName) {
    this.wireName = wireName;
  }

  /** The name that callers use. */
  public String wireName() {
    return wireName;
  }

  /** The scope with this wire name. */
  public static Optional<Scope> of(String wireName) {
    return Arrays.stream(values()).filter(scope -> scope.wireName.equals(wireName)).findFirst();
  }
}
