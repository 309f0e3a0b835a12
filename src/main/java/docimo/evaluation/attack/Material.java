package docimo.evaluation.attack;

import docimo.grading.KeyPoints;
import docimo.question.KeyPoint;
import docimo.question.Question;
import docimo.question.Rule;
import docimo.similarity.Antonyms;
import docimo.text.AnalyzedText;
import docimo.text.TextAnalyzer;
import docimo.text.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the attacks on a question are made of: its prompt, its first reference and what else is in
 * the bank. Long texts are cut at the end of a sentence, so that an attack costs no more on a long
 * reference than on a usual one. Immutable.
 *
 * @param question the question; it has a reference
 * @param prompt its prompt taken apart, the first {@value #LONGEST_PROMPT} characters of it
 * @param lines the sentences and list items of its first reference, the first {@value
 *     #LONGEST_REFERENCE} characters of it
 * @param points the key points that answers are marked by
 * @param others the other questions of the bank that have a reference, the most alike first
 * @param tools what reads texts
 */
record Material(
    Question question,
    AnalyzedText prompt,
    List<Line> lines,
    KeyPoints points,
    List<Question> others,
    Tools tools) {

  /** The most characters of a reference that attacks are made of. */
  static final int LONGEST_REFERENCE = 4_000;

  /** The most characters of a prompt that attacks are made of. */
  static final int LONGEST_PROMPT = 1_000;

  /** The most characters that an attack has. */
  static final int LONGEST_ANSWER = 8_000;

  private static final int FEWEST_WORDS_OF_PROSE = 10;
  private static final double FUNCTION_WORDS_OF_PROSE = 0.25;
  private static final int WORDS_OF_A_NAME = 2;

  /** What reads texts, and the words that say the opposite of each other. */
  record Tools(TextAnalyzer analyzer, Antonyms antonyms) {}

  static Material of(Question question, KeyPoints points, Neighbours neighbours, Tools tools) {
    String reference = cut(question.references().get(0), LONGEST_REFERENCE);
    return new Material(
        question,
        tools.analyzer().analyze(cut(question.prompt(), LONGEST_PROMPT)),
        Line.of(tools.analyzer().analyze(reference)),
        points,
        neighbours.of(question),
        tools);
  }

  /** The beginning of a text, up to the end of a sentence or line where there is one. */
  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    String head = text.substring(0, longest);
    int end = Math.max(head.lastIndexOf(". "), head.lastIndexOf('\n'));
    int space = head.lastIndexOf(' ');
    return head.substring(0, end > 0 ? end + 1 : space > 0 ? space : longest).strip();
  }

  /** The lines of another text. */
  List<Line> read(String text) {
    return Line.of(tools.analyzer().analyze(text));
  }

  /** The first reference in sentences, without lists. */
  String prose() {
    return String.join(" ", sentences());
  }

  /** The sentences of the first reference, list items among them. */
  List<String> sentences() {
    return lines.stream().map(Line::sentence).toList();
  }

  /** The words of the first reference in order, repetitions among them. */
  List<Token> words() {
    return lines.stream().flatMap(line -> line.words().stream()).toList();
  }

  /** The content words of the first reference, each once, in order. */
  List<String> keywords() {
    return distinct(words().stream());
  }

  /** The content words of the prompt, each once, in order. */
  List<String> promptKeywords() {
    return distinct(prompt.tokens());
  }

  private static List<String> distinct(Stream<Token> words) {
    Map<String, String> byTerm = new LinkedHashMap<>();
    words.filter(Token::isContent).forEach(t -> byTerm.putIfAbsent(t.term(), t.text()));
    return List.copyOf(byTerm.values());
  }

  /**
   * Whether the reference is made of sentences. Where it is a list of names ("merge sort, heap
   * sort"), or the key points are such names, a list of keywords is an honest answer.
   */
  boolean isProse() {
    List<Token> words = words();
    long functionWords = words.stream().filter(Token::stopWord).count();
    long names = points.points().stream().filter(this::isName).count();
    return words.size() >= FEWEST_WORDS_OF_PROSE
        && functionWords >= FUNCTION_WORDS_OF_PROSE * words.size()
        && names * 2 <= points.points().size();
  }

  private boolean isName(KeyPoint point) {
    return tools.analyzer().analyze(point.label()).tokens().filter(Token::isContent).count()
        <= WORDS_OF_A_NAME;
  }

  /** How many key points a full answer makes. */
  int pointsNeeded() {
    if (points.rule().equals(Rule.ALL)) {
      return points.points().size();
    }
    long chosen = points.rule().choices().stream().mapToInt(Rule.AnyOf::count).sum();
    boolean anyOfAll = points.rule().choices().stream().anyMatch(c -> c.group() == null);
    long alone = points.points().stream().filter(p -> p.group() == null).count();
    return (int) (anyOfAll ? chosen : chosen + alone);
  }

  /** An answer that is wrong whatever the question is: that to the nearest other question. */
  String wrongAnswer() {
    return others.isEmpty()
        ? Stock.OFF_TOPIC
        : flat(cut(others.get(0).references().get(0), LONGEST_REFERENCE));
  }

  /** A reference in sentences, without lists. */
  String flat(String reference) {
    return String.join(" ", read(reference).stream().map(Line::sentence).toList());
  }
}
