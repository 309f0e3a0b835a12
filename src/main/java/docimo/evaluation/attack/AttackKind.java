package docimo.evaluation.attack;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The kinds of answer that are tried, in the order of reports: attacks first, then honest answers,
 * which must not be punished.
 */
public enum AttackKind {
  SHUFFLED_WORDS(
      WordOrder::shuffled, "somebody knows the words and throws them together in any order"),
  SHUFFLED_SENTENCES(
      WordOrder::shuffledSentences, "the words stand in the right sentence, but in any order"),
  RECOMBINED_HALVES(
      WordOrder::recombinedHalves,
      "the beginning of each sentence goes on with the end of another"),
  KEYWORD_DUMP(KeywordDumps::alphabetical, "the keywords in alphabetical order"),
  KEYWORD_LIST(KeywordDumps::commas, "the keywords with commas between them"),
  KEYWORD_BULLETS(KeywordDumps::bullets, "a bullet for each keyword"),
  KEYWORD_TEMPLATES(KeywordDumps::templates, "a sentence that says nothing for each keyword"),
  KEYWORDS_AMONG_STOP_WORDS(
      KeywordDumps::amongStopWords, "the keywords with function words between them, as in prose"),
  KEYWORD_HOMOGLYPHS(KeywordDumps::lookAlikes, "the keywords in letters that only look Latin"),
  KEYWORD_ZERO_WIDTH(
      KeywordDumps::zeroWidth, "the keywords with invisible characters between their letters"),
  KEYWORD_FULL_WIDTH(KeywordDumps::fullWidth, "the keywords in full-width letters"),
  HIDDEN_KEYWORDS(
      KeywordDumps::hidden, "a wrong answer, with the keywords in white on white behind it"),
  REPEATED_SENTENCE(Stock::repeated, "one good sentence, many times"),
  PADDED_SENTENCE(Stock::padded, "one good sentence, and then a long story about something else"),
  NEGATED_SENTENCES(Denial::ofEverySentence, "the contrary of every sentence of the reference"),
  RETRACTED_REFERENCE(Denial::afterwards, "the reference, taken back in its last sentence"),
  ANTONYMS(Opposites::swapped, "the sentences of the reference with a word of each turned round"),
  SWAPPED_ROLES(Roles::swapped, "who does what to what, mixed up"),
  EXCHANGED_NAMES(
      Names::exchanged, "the two things that the question compares, taken for each other"),
  CHANGED_NUMBERS(Numbers::changed, "other numbers than those of the key points"),
  QUESTION_COPIED(Restatements::copied, "the question and nothing else"),
  QUESTION_REWORDED(Restatements::reworded, "the question as a statement"),
  QUESTION_SHUFFLED(Restatements::shuffled, "the words of the question in any order"),
  QUESTION_KEYWORDS(Restatements::keywords, "the keywords of the question"),
  BLUFF(Restatements::bluff, "talk about the topic that says nothing of it"),
  BLURB(Stock::blurb, "a few sentences on the field that fit any question"),
  OTHER_REFERENCE(Borrowed::nearest, "the right answer to another question, the most alike"),
  RENAMED_REFERENCE(
      Borrowed::renamed, "the answer to another question with the nouns of this answer put in"),
  ALL_OTHER_REFERENCES(Borrowed::all, "the answers to all other questions, one after the other"),
  GRADER_INSTRUCTIONS(Stock::instructions, "orders to the grader instead of an answer"),
  INSTRUCTIONS_APPENDED(Stock::instructionsAfterWrong, "orders to the grader after a wrong answer"),
  TRIGGER_WORDS(
      Stock::triggersBeforeWrong,
      "\"obviously\", \"in conclusion\" and the like before a wrong answer"),
  INSERTED_MODIFIERS(Stock::modifiersInWrong, "a wrong answer with \"clearly\" before its verbs"),
  LOREM_IPSUM(Stock::loremIpsum, "the filler text of printers"),

  REFERENCE(true, HonestAnswers::reference, "the reference itself"),
  HALF_REFERENCE(true, HonestAnswers::half, "the first half of the reference"),
  REFERENCE_BULLETS(true, HonestAnswers::bullets, "the reference as a list"),
  REFERENCE_SPEECH(true, HonestAnswers::speech, "the reference as transcribed speech with fillers"),
  REFERENCE_TYPOS(true, HonestAnswers::typos, "the reference with typing errors"),
  REFERENCE_SPELLING(
      true, HonestAnswers::otherSpelling, "the reference in the spelling of the other continent"),
  REFERENCE_LOWER_CASE(
      true, HonestAnswers::lowerCase, "the reference in lower case without punctuation"),
  REFERENCE_REORDERED(
      true, HonestAnswers::otherOrder, "the sentences of the reference in another order");

  /** Those that take no knowledge at all and are quickly tried. */
  private static final Set<AttackKind> FOR_NOTHING =
      EnumSet.of(
          QUESTION_COPIED,
          QUESTION_REWORDED,
          QUESTION_KEYWORDS,
          BLUFF,
          BLURB,
          GRADER_INSTRUCTIONS,
          LOREM_IPSUM);

  private final boolean honest;

  @SuppressWarnings("ImmutableEnumChecker") // generators are stateless
  private final Generator generator;

  private final String imitates;

  AttackKind(Generator generator, String imitates) {
    this(false, generator, imitates);
  }

  AttackKind(boolean honest, Generator generator, String imitates) {
    this.honest = honest;
    this.generator = generator;
    this.imitates = imitates;
  }

  /** Whether such an answer is honest: it should pass, and is reported apart. */
  public boolean isHonest() {
    return honest;
  }

  /** What such an answer is, in a few words. */
  public String imitates() {
    return imitates;
  }

  /**
   * Whether whoever writes such an answer need not know anything, not even what the reference is
   * about. Only quick ones are meant: {@code bank lint} tries them.
   */
  public boolean isForNothing() {
    return FOR_NOTHING.contains(this);
  }

  /** The answer of this kind; empty when there is none to the question. */
  Optional<String> answer(Material material, SplittableRandom random) {
    return generator.answer(material, random);
  }
}
