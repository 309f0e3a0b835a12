package docimo.grading;

import docimo.grading.Grade.Flag;
import docimo.question.Question;
import docimo.similarity.AnswerIndex;
import docimo.similarity.Antonyms;
import docimo.similarity.TermWeights;
import docimo.testing.Texts;
import docimo.text.AnalyzedText;
import docimo.text.Token;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The checks of an answer as they ship, without an encoder and without marking. */
final class Checked {

  private static final TermWeights WEIGHTS = Texts.shippedWeights();
  private static final CompiledQuestion.Tools TOOLS =
      new CompiledQuestion.Tools(Graders.ANALYZER, WEIGHTS, Antonyms.NONE, null);
  private static final AnswerChecks CHECKS = new AnswerChecks();
  private static final Map<Question, CompiledQuestion> READY = new ConcurrentHashMap<>();

  private Checked() {}

  static List<Flag> flags(Question question, String answer) {
    CompiledQuestion key = READY.computeIfAbsent(question, q -> CompiledQuestion.of(q, TOOLS));
    AnalyzedText text = Graders.ANALYZER.analyze(answer);
    List<Token> tokens = text.tokens().toList();
    return CHECKS.of(
        key,
        new Reading(
            text, List.of(), tokens, new AnswerIndex(tokens, key.acronyms(), WEIGHTS), null, 0));
  }

  static List<FlagCode> codes(Question question, String answer) {
    return flags(question, answer).stream().map(Flag::code).toList();
  }
}
