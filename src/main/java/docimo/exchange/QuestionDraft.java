package docimo.exchange;

import docimo.exchange.page.Block;
import docimo.exchange.page.PromptText;
import docimo.question.KeyPoint;
import docimo.question.LimitException;
import docimo.question.MarkedExample;
import docimo.question.Question;
import docimo.question.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question as it was found in a source, before it has an id of its own among the others.
 *
 * @param id the id that the author gave; null when there is none
 * @param removed what was dropped from its answers
 * @param line 1-based line of the question
 * @param ruleLine 1-based line of its rule, or of the question
 * @param markedAnswers answers that people have marked
 */
record QuestionDraft(
    @Nullable String id,
    String prompt,
    List<String> references,
    List<KeyPoint> keyPoints,
    Rule rule,
    @Nullable String topic,
    Set<Block.Removed> removed,
    String source,
    int line,
    int ruleLine,
    List<MarkedExample> markedAnswers) {

  QuestionDraft {
    references = List.copyOf(references);
    keyPoints = List.copyOf(keyPoints);
    markedAnswers = List.copyOf(markedAnswers);
  }

  /**
   * The questions, each with an id: the author's, else one made from its prompt.
   *
   * @throws BankFormatException when two have the same id, a rule asks for more than there is, or a
   *     question is too large
   */
  static ImportedBank assemble(List<QuestionDraft> drafts, List<Finding> importFindings) {
    Set<String> taken = explicitIds(drafts);
    Map<String, Integer> used = new HashMap<>();
    List<Question> questions = new ArrayList<>();
    List<Finding> findings = new ArrayList<>(importFindings);
    Map<String, String> prompts = new HashMap<>();
    for (QuestionDraft draft : drafts) {
      String id =
          draft.id() == null ? freeId(PromptText.slug(draft.prompt()), taken, used) : draft.id();
      questions.add(draft.toQuestion(id));
      findings.addAll(draft.findings(id));
      String first = prompts.putIfAbsent(PromptText.key(draft.prompt()), id);
      if (first != null && !draft.prompt().isBlank()) {
        findings.add(draft.duplicate(id, first));
      }
    }
    return new ImportedBank(questions, findings);
  }

  private static Set<String> explicitIds(List<QuestionDraft> drafts) {
    Map<String, QuestionDraft> byId = new HashMap<>();
    for (QuestionDraft draft : drafts) {
      QuestionDraft first = draft.id() == null ? null : byId.putIfAbsent(draft.id(), draft);
      if (first != null) {
        String place = first.source().equals(draft.source()) ? "" : first.source() + ", ";
        throw new BankFormatException(
            draft.source(),
            draft.line(),
            "two questions have the id '"
                + draft.id()
                + "' (first at "
                + place
                + "line "
                + first.line()
                + ")",
            "give one of them another id");
      }
    }
    return new HashSet<>(byId.keySet());
  }

  private static String freeId(String slug, Set<String> taken, Map<String, Integer> used) {
    String id = slug;
    while (!taken.add(id)) {
      id = slug + "-" + used.merge(slug, 2, (before, first) -> before + 1);
    }
    return id;
  }

  private Question toQuestion(String newId) {
    try {
      return new Question(newId, prompt, references, keyPoints, rule, topic, markedAnswers);
    } catch (LimitException e) {
      throw new BankFormatException(
          source,
          line,
          String.valueOf(e.getMessage()),
          e.part() == LimitException.Part.MARKED_ANSWERS
              ? "leave some out"
              : "shorten it or split the question");
    } catch (IllegalArgumentException e) {
      throw new BankFormatException(
          source, ruleLine, String.valueOf(e.getMessage()), "add key points or ask for fewer");
    }
  }

  private List<Finding> findings(String newId) {
    List<Finding> findings = new ArrayList<>();
    if (references.stream().allMatch(String::isBlank)) {
      findings.add(
          finding(
              Finding.Severity.ERROR,
              "no-answer",
              newId,
              "No reference answer was found below this question.",
              "Write one; without it no answer can be marked."));
    }
    for (Block.Removed kind : removed.stream().sorted().toList()) {
      findings.add(removedFinding(kind, newId));
    }
    return findings;
  }

  private Finding duplicate(String newId, String first) {
    return finding(
        Finding.Severity.WARNING,
        "duplicate-prompt",
        newId,
        "The question '" + first + "' asks the same.",
        "Keep one, with both answers as its reference answers.");
  }

  private Finding removedFinding(Block.Removed kind, String newId) {
    return switch (kind) {
      case IMAGE ->
          finding(
              Finding.Severity.WARNING,
              "image-removed",
              newId,
              "The answer holds an image, which nobody can compare with words.",
              "Say in words what the image shows, if it matters for the mark.");
      case LINK ->
          finding(
              Finding.Severity.INFO,
              "link-removed",
              newId,
              "The answer holds links, of which only the text was kept.",
              "Check that the answer is complete without what they lead to.");
      case HTML ->
          finding(
              Finding.Severity.INFO,
              "html-removed",
              newId,
              "The answer holds HTML tags, of which only the text was kept.",
              "Check how the answer reads; put tags that you write about into backticks.");
    };
  }

  private Finding finding(
      Finding.Severity severity, String code, String newId, String message, String remedy) {
    return new Finding(severity, code, newId, source, line, message, remedy);
  }
}
