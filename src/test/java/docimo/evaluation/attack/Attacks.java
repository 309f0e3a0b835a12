package docimo.evaluation.attack;

import docimo.app.Banks;
import docimo.grading.Grader;
import docimo.question.Question;
import docimo.question.Rule;
import docimo.testing.TestApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Questions to attack, and the answers that attack them. */
final class Attacks {

  static final List<Question> BANK = Banks.bundled().questions();

  private Attacks() {}

  static Grader grader() {
    return TestApplication.shared().grader();
  }

  /** An answer of a kind to a question that is alone in its bank. */
  static Optional<String> answer(AttackKind kind, Question question) {
    return answer(kind, question, List.of(question), 1);
  }

  static Optional<String> answer(
      AttackKind kind, Question question, List<Question> bank, long seed) {
    return AttackRun.answer(kind, material(question, bank), seed);
  }

  static Question question(String prompt, String reference) {
    return new Question("q", prompt, List.of(reference), List.of(), Rule.ALL, null);
  }

  static Material material(Question question, List<Question> bank) {
    return new AttackRun(grader(), bank).material(question);
  }

  /** The words of a text in lower case, without punctuation, sorted. */
  static List<String> sortedWords(String text) {
    List<String> words = new ArrayList<>(words(text));
    words.sort(null);
    return words;
  }

  static List<String> words(String text) {
    return List.of(
        text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip().split(" "));
  }
}
