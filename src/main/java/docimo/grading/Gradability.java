package docimo.grading;

import docimo.similarity.AnswerIndex;
import docimo.similarity.TermWeights;
import docimo.text.AnalyzedText;
import docimo.text.LanguageDetector;
import docimo.text.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Decides whether an answer can be marked at all, and if not, why. */
final class Gradability {

  /** Longer answers are refused unread: no spoken or written interview answer comes near it. */
  static final int LONGEST = 50_000;

  /** Words that answer a question by themselves. */
  private static final Set<String> VERDICTS = Set.of("yes", "no", "true", "false");

  /** Words of degree: function words that can make an answer, as numbers can. */
  private static final Set<String> DEGREES =
      Set.of(
          "more", "most", "less", "least", "only", "none", "neither", "same", "each", "every",
          "always");

  /** What a question is spoken about with, by lemma: it says nothing of what was asked. */
  private static final Set<String> ABOUT_ASKING =
      Set.of(
          "question",
          "ask",
          "answer",
          "explain",
          "explanation",
          "describe",
          "description",
          "discuss",
          "discussion",
          "topic",
          "subject",
          "matter",
          "important",
          "importance",
          "interesting",
          "interest",
          "know",
          "understand",
          "concern",
          "wonder",
          "talk",
          "tell",
          "mean",
          "meaning",
          "define",
          "definition",
          "mention",
          "name",
          "state",
          "outline",
          "good",
          "great",
          "want",
          "try",
          "work",
          "exactly",
          "basically",
          "word",
          "think",
          "relate",
          "regard",
          "relevant",
          "detail",
          "issue",
          "find",
          "today",
          "clear",
          "clearly");

  private static final int FIRST_BEYOND_ASCII = 0x80;
  private static final int SHORT = 2;
  private static final int LONG_KEY = 4;
  private static final int FEWEST_WORDS_FOR_LANGUAGE = 6;
  private static final int WORDS_A_NAME = 2;
  private static final int WORST_RANK_OF_ENGLISH = 3;
  private static final double FEW_COMMON_WORDS = 0.5;
  private static final double MOST_OF_THE_QUESTION = 0.6;

  private final LanguageDetector languages;
  private final TermWeights weights;

  Gradability(LanguageDetector languages, TermWeights weights) {
    this.languages = languages;
    this.weights = weights;
  }

  /** What can be told without reading the answer; empty when nothing speaks against marking. */
  Optional<Reason> beforeReading(CompiledQuestion question, String answer) {
    if (question.references().isEmpty()) {
      return Optional.of(Reason.REFERENCE_MISSING);
    }
    return answer.length() > LONGEST ? Optional.of(Reason.ANSWER_TOO_LONG) : Optional.empty();
  }

  /** What can be told from the answer taken apart; empty when nothing speaks against marking. */
  Optional<Reason> afterReading(CompiledQuestion question, Reading reading) {
    AnalyzedText answer = reading.text();
    if (answer.source().text().isBlank()) {
      return Optional.of(Reason.ANSWER_EMPTY);
    }
    if (reading.tokens().isEmpty() && !reading.ignored().isEmpty()) {
      return Optional.of(Reason.SPEAKS_TO_GRADER);
    }
    List<Token> words =
        reading.tokens().stream().filter(token -> token.kind() != Token.Kind.PUNCTUATION).toList();
    if (words.stream().noneMatch(Gradability::hasLetterOrDigit)) {
      return Optional.of(Reason.ANSWER_WITHOUT_WORDS);
    }
    if (isNotEnglish(answer.source().text(), words, isListOfNames(reading, words))) {
      return Optional.of(Reason.ANSWER_NOT_ENGLISH);
    }
    if (words.size() <= SHORT && isUnknownToKey(question, reading.index())) {
      return Optional.of(Reason.ANSWER_TOO_SHORT);
    }
    return restates(question, words) ? Optional.of(Reason.RESTATES_QUESTION) : Optional.empty();
  }

  private static boolean hasLetterOrDigit(Token token) {
    return token.text().codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** Names of products between commas are in no language. */
  private static boolean isListOfNames(Reading reading, List<Token> words) {
    int marks = reading.tokens().size() - words.size();
    return marks * WORDS_A_NAME >= words.size();
  }

  /**
   * By script for any length; by language model and vocabulary together for a few words or more.
   */
  private boolean isNotEnglish(String text, List<Token> words, boolean isListOfNames) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long latin = text.codePoints().filter(Gradability::isLatin).count();
    if (letters > 0 && latin * 2 < letters) {
      return true;
    }
    if (words.size() < FEWEST_WORDS_FOR_LANGUAGE || isListOfNames) {
      return false;
    }
    List<Token> content =
        words.stream().filter(w -> w.isContent() && w.kind() == Token.Kind.WORD).toList();
    long common =
        content.stream().filter(w -> w.terms().stream().anyMatch(weights::isCommon)).count();
    return !content.isEmpty()
        && common < FEW_COMMON_WORDS * content.size()
        && languages.rankOfEnglish(text) > WORST_RANK_OF_ENGLISH;
  }

  private static boolean isLatin(int c) {
    return Character.isLetter(c)
        && (c < FIRST_BEYOND_ASCII
            || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
  }

  /** A word or two may be a full answer ("TCP"), but not where the key is long and has neither. */
  private static boolean isUnknownToKey(CompiledQuestion question, AnswerIndex index) {
    return question.references().stream()
        .allMatch(
            reference ->
                reference.whole().keywords().all().size() >= LONG_KEY
                    && reference.whole().keywords().all().stream()
                        .allMatch(keyword -> index.find(keyword).isEmpty()));
  }

  /** Whether the answer says most of the question and nothing else. */
  private static boolean restates(CompiledQuestion question, List<Token> words) {
    if (question.asked().isEmpty()) {
      return false;
    }
    Set<String> said = new HashSet<>();
    for (Token word : words) {
      if (isQuantity(word) && !says(question.prompt(), word)) {
        return false;
      }
      if (word.isContent()) {
        if (word.terms().stream().anyMatch(question.asked()::contains)) {
          said.add(word.term());
        } else if (!isAboutAsking(question, word)) {
          return false;
        }
      }
    }
    long asked = contentWords(question.prompt());
    boolean chooses = offersChoice(question.prompt()) && said.size() < asked;
    return !chooses
        && said.size() >= MOST_OF_THE_QUESTION * asked
        && !answersByItself(question, words);
  }

  /** "The question is how X works and why that matters": unless a reference says so, too. */
  private static boolean isAboutAsking(CompiledQuestion question, Token word) {
    return ABOUT_ASKING.contains(word.lemma())
        && question.references().stream()
            .flatMap(reference -> reference.whole().text().tokens())
            .noneMatch(token -> token.lemma().equals(word.lemma()));
  }

  /** Numbers and degrees ("one", "more") are function words that can make an answer. */
  private static boolean isQuantity(Token word) {
    return !word.isContent()
        && (word.tag().equals("NUM") || DEGREES.contains(word.text().toLowerCase(Locale.ROOT)));
  }

  private static boolean says(AnalyzedText text, Token word) {
    return text.tokens().anyMatch(other -> other.text().equalsIgnoreCase(word.text()));
  }

  /**
   * Whether words of the question alone can be an answer: with a yes, a no or a negation, and where
   * a reference says nothing else either.
   */
  private static boolean answersByItself(CompiledQuestion question, List<Token> words) {
    boolean denied = question.prompt().tokens().anyMatch(Token::negated);
    return words.stream().anyMatch(word -> isVerdict(word) || (word.negated() && !denied))
        || question.references().stream()
            .anyMatch(reference -> !reference.whole().keywords().sayMoreThan(question.asked()));
  }

  private static boolean isVerdict(Token word) {
    return VERDICTS.contains(word.text().toLowerCase(Locale.ROOT));
  }

  /** "an array or a list": an answer that names one of them and not the other has chosen. */
  private static boolean offersChoice(AnalyzedText prompt) {
    return prompt.tokens().anyMatch(token -> token.text().equalsIgnoreCase("or"));
  }

  private static long contentWords(AnalyzedText text) {
    return text.tokens().filter(Token::isContent).map(Token::term).distinct().count();
  }
}
