package docimo.screening;

import java.util.List;

/**
 * What became of marking an answer again as it was marked once. Immutable.
 *
 * @param gradeId the grade that was made again
 * @param outcome what became of it
 * @param differences what differs, or why it could not be tried; empty when it is identical
 */
public record Replay(String gradeId, Outcome outcome, List<String> differences) {

  /** What became of it. */
  public enum Outcome {
    /** Byte for byte the same, but for id and time. */
    IDENTICAL,
    /** Something differs. */
    DIFFERENT,
    /**
     * The text, or a marked answer of the question, was removed, or this docimo has not got what
     * marked it.
     */
    NOT_POSSIBLE
  }

  /** Keeps its own copy. */
  public Replay {
    differences = List.copyOf(differences);
  }
}
