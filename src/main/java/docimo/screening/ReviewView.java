package docimo.screening;

import docimo.grading.Grade;
import docimo.question.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer sees of a case. Nothing says whose answer it is.
 *
 * @param reviewCase the case
 * @param question what was asked, in the revision that marked the answer; the newest where the
 *     machine failed
 * @param answer the text
 * @param grade the machine's grade; null when there is none, or when the reviewer has to mark first
 * @param hidden whether there is a grade that the reviewer sees after marking
 * @param marks that people gave before; empty as long as the grade is hidden
 */
public record ReviewView(
    ReviewCase reviewCase,
    Question question,
    String answer,
    @Nullable Grade grade,
    boolean hidden,
    List<HumanMark> marks) {

  /** Keeps its own copy. */
  public ReviewView {
    marks = List.copyOf(marks);
  }
}
