package docimo.exchange;

import docimo.exchange.Finding.Severity;
import docimo.exchange.page.PromptText;
import docimo.grading.Answer;
import docimo.grading.Grade;
import docimo.grading.Grader;
import docimo.question.MarkedExample;
import docimo.question.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Names marked answers that do not help. Never quotes what a candidate wrote. */
final class MarkedAnswerLint {

  /** From so many on a gain has been measured. */
  private static final int ENOUGH = 5;

  private final Supplier<Grader> loader;
  private @Nullable Grader grader;

  /**
   * @param loader loads what tells which answers can be marked; asked once, if there are any
   */
  MarkedAnswerLint(Supplier<Grader> loader) {
    this.loader = loader;
  }

  List<Finding> check(Question question) {
    List<Finding> findings = new ArrayList<>();
    List<MarkedExample> marked = question.markedAnswers();
    if (!marked.isEmpty() && marked.size() < ENOUGH) {
      findings.add(
          warning(
              "few-marked-answers",
              question,
              "Fewer than "
                  + ENOUGH
                  + " answers are marked: one wrong mark decides for answers like it.",
              "Mark " + ENOUGH + " or more, or leave them out."));
    } else if (marked.size() > 1
        && marked.stream().mapToDouble(MarkedExample::score).distinct().count() == 1) {
      findings.add(
          warning(
              "equal-marks",
              question,
              "All marked answers have the same mark, so they do not tell good from bad.",
              "Add answers that got other marks."));
    }
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < marked.size(); i++) {
      Integer before = first.putIfAbsent(PromptText.key(marked.get(i).answer()), i + 1);
      if (before != null) {
        findings.add(
            warning(
                "repeated-marked-answer",
                question,
                "The marked answers " + before + " and " + (i + 1) + " say the same.",
                "Remove one; twice it counts twice."));
      }
      checkMarkable(question, i, findings);
    }
    return findings;
  }

  private void checkMarkable(Question question, int index, List<Finding> findings) {
    if (question.references().isEmpty()) {
      return; // said already, and then no answer can be marked
    }
    Answer answer = Answer.of(question.markedAnswers().get(index).answer());
    Grade.ReasonGiven reason = grader().grade(question, answer).reason();
    if (reason != null) {
      findings.add(
          warning(
              "marked-answer-without-mark",
              question,
              "The marked answer " + (index + 1) + " gets no mark: " + reason.message(),
              "Remove it; it does not count."));
    }
  }

  private Grader grader() {
    if (grader == null) {
      grader = loader.get();
    }
    return grader;
  }

  private static Finding warning(String code, Question question, String message, String remedy) {
    return new Finding(Severity.WARNING, code, question.id(), "", 0, message, remedy);
  }
}
