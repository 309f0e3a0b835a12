package docimo.grading;

import docimo.embedding.TextEncoder;
import docimo.question.KeyPoint;
import docimo.question.Question;
import docimo.question.Rule;
import docimo.similarity.AcronymTable;
import docimo.similarity.Antonyms;
import docimo.similarity.Keyword;
import docimo.similarity.Keywords;
import docimo.similarity.Phrase;
import docimo.similarity.TermWeights;
import docimo.similarity.TfIdfCosine;
import docimo.similarity.WordVectors;
import docimo.text.AnalyzedText;
import docimo.text.TextAnalyzer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question made ready for marking: everything that does not depend on the answer is done once.
 * Immutable.
 *
 * @param question the question
 * @param revision its revision
 * @param prompt the prompt taken apart
 * @param asked terms of the prompt, which earn nothing
 * @param references the reference answers
 * @param acronyms acronyms of prompt and references
 * @param checks what the checks of an answer need
 * @param known its marked answers that could be marked by machine
 */
record CompiledQuestion(
    Question question,
    String revision,
    AnalyzedText prompt,
    Set<String> asked,
    List<Reference> references,
    AcronymTable acronyms,
    CheckedAgainst checks,
    KnownAnswers known) {

  /**
   * A reference answer and what is compared with it.
   *
   * @param whole the reference itself
   * @param vector its terms
   * @param points the author's key points, the same list for every reference, or those this one
   *     yields
   * @param rule how many of them are needed
   * @param written whether the author wrote the points
   */
  record Reference(
      Phrasing whole, TfIdfCosine vector, List<Point> points, Rule rule, boolean written) {}

  /**
   * A key point.
   *
   * @param phrasings each accepted phrasing of it, the label first
   * @param contrast the thing that it is about where the question sets several against each other;
   *     null where it does not
   */
  record Point(KeyPoint point, List<Phrasing> phrasings, @Nullable Contrast contrast) {

    Point(KeyPoint point, List<Phrasing> phrasings) {
      this(point, phrasings, null);
    }

    private static List<Point> contrasted(AnalyzedText prompt, List<Point> points) {
      List<@Nullable Contrast> contrasts = Contrast.of(prompt, points);
      return IntStream.range(0, points.size())
          .mapToObj(
              i -> new Point(points.get(i).point(), points.get(i).phrasings(), contrasts.get(i)))
          .toList();
    }
  }

  /**
   * A text that answers are compared with.
   *
   * @param text the text taken apart
   * @param phrase its words in order
   * @param keywords its keywords
   * @param vectors its word vectors; null without an encoder
   */
  record Phrasing(
      AnalyzedText text, Phrase phrase, Keywords keywords, @Nullable WordVectors vectors) {

    boolean says(String term) {
      return text.tokens().anyMatch(token -> token.terms().contains(term));
    }

    /** The terms of its keywords. */
    Set<String> terms() {
      return keywords.all().stream().map(Keyword::term).collect(Collectors.toSet());
    }
  }

  /** What it takes to make a question ready. */
  record Tools(
      TextAnalyzer analyzer,
      TermWeights weights,
      Antonyms antonyms,
      @Nullable TextEncoder encoder) {

    private Phrasing phrasing(AnalyzedText text, Set<String> asked, AcronymTable acronyms) {
      return new Phrasing(
          text,
          Phrase.of(text),
          Keywords.of(text, asked, acronyms.introduced(), weights),
          encoder == null ? null : WordVectors.of(text, encoder));
    }
  }

  static CompiledQuestion of(Question question, Tools tools) {
    TextAnalyzer analyzer = tools.analyzer();
    AnalyzedText prompt = analyzer.analyze(question.prompt());
    List<AnalyzedText> texts = question.references().stream().map(analyzer::analyze).toList();
    AcronymTable acronyms =
        AcronymTable.of(Stream.concat(Stream.of(prompt), texts.stream()).toList());
    Set<String> asked = Keywords.asked(prompt);
    List<Reference> references = new ArrayList<>();
    List<Point> points = List.of();
    for (int i = 0; i < texts.size(); i++) {
      KeyPoints keyPoints = KeyPoints.of(question, i, analyzer);
      if (i == 0 || keyPoints.derived()) {
        points =
            Point.contrasted(
                prompt,
                keyPoints.points().stream()
                    .map(p -> new Point(p, phrasings(p, asked, acronyms, tools)))
                    .toList());
      }
      references.add(
          new Reference(
              tools.phrasing(texts.get(i), asked, acronyms),
              TfIdfCosine.vector(texts.get(i), asked, tools.weights()),
              points,
              keyPoints.rule(),
              !keyPoints.derived()));
    }
    TextEncoder encoder = tools.encoder();
    return new CompiledQuestion(
        question,
        question.revision(),
        prompt,
        asked,
        List.copyOf(references),
        acronyms,
        CheckedAgainst.of(
            question, prompt, encoder == null ? null : WordVectors.of(prompt, encoder), references),
        KnownAnswers.NONE);
  }

  /** Whether the prompt or a reference has a term. */
  boolean says(String term) {
    return asked.contains(term)
        || references.stream().anyMatch(reference -> reference.whole().says(term));
  }

  CompiledQuestion with(KnownAnswers answers) {
    return new CompiledQuestion(
        question, revision, prompt, asked, references, acronyms, checks, answers);
  }

  private static List<Phrasing> phrasings(
      KeyPoint point, Set<String> asked, AcronymTable acronyms, Tools tools) {
    List<Phrasing> all =
        Stream.concat(Stream.of(point.label()), point.phrasings().stream())
            .map(text -> tools.phrasing(tools.analyzer().analyze(text), asked, acronyms))
            .toList();
    // a phrasing made of the question's words alone would be had for repeating the question
    List<Phrasing> telling =
        all.stream()
            .filter(p -> p.keywords().all().isEmpty() || p.keywords().sayMoreThan(asked))
            .toList();
    return telling.isEmpty() ? all : telling;
  }
}
