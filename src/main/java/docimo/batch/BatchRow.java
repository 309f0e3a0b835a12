package docimo.batch;

import docimo.grading.Answer;
import docimo.question.Question;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a batch. */
public sealed interface BatchRow {

  /** The place of the row in its input, counted from 1. */
  long number();

  /** What the input calls the answer; null when it does not say or cannot be read. */
  @Nullable String answerId();

  /** What could be read of the answer. */
  Sent sent();

  /** What else the row has, to be carried through; values as their format holds them. */
  Map<String, Object> carried();

  /**
   * What a row says of an answer.
   *
   * @param answer the answer; null when it cannot be read
   * @param candidateRef the candidate as the input names them; null when it does not or cannot be
   *     read
   * @param purpose what the mark is for; null when it cannot be read
   */
  record Sent(
      @Nullable String answer, @Nullable String candidateRef, Answer.@Nullable Purpose purpose) {

    /** Of a row that cannot be read at all. */
    public static final Sent NOTHING = new Sent(null, null, null);
  }

  /**
   * A row that can be marked.
   *
   * @param question what to mark against
   * @param answer what to mark
   */
  record Markable(
      long number,
      @Nullable String answerId,
      Question question,
      Answer answer,
      Map<String, Object> carried)
      implements BatchRow {

    public Markable {
      carried = inOrder(carried);
    }

    @Override
    public Sent sent() {
      return new Sent(answer.text(), answer.candidateRef(), answer.purpose());
    }
  }

  /**
   * A row that cannot be marked.
   *
   * @param code what is wrong, for machines
   * @param message what is wrong and what to do, for people
   */
  record Broken(
      long number,
      @Nullable String answerId,
      Sent sent,
      String code,
      String message,
      Map<String, Object> carried)
      implements BatchRow {

    public Broken {
      carried = inOrder(carried);
    }
  }

  private static Map<String, Object> inOrder(Map<String, Object> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
