package docimo.grading;

import docimo.question.KeyPoint;
import docimo.question.Question;
import docimo.question.Rule;
import docimo.similarity.AcronymTable;
import docimo.similarity.Keywords;
import docimo.similarity.TermWeights;
import docimo.similarity.TfIdfCosine;
import docimo.text.AnalyzedText;
import docimo.text.TextAnalyzer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
 */
record CompiledQuestion(
    Question question,
    String revision,
    AnalyzedText prompt,
    Set<String> asked,
    List<Reference> references,
    AcronymTable acronyms) {

  /**
   * A reference answer and what is compared with it.
   *
   * @param points the author's key points, the same for every reference, or those this one yields
   * @param rule how many of them are needed
   */
  record Reference(
      AnalyzedText text, Keywords keywords, TfIdfCosine vector, List<Point> points, Rule rule) {}

  /** A key point and the keywords of each accepted phrasing. */
  record Point(KeyPoint point, List<Keywords> phrasings) {}

  static CompiledQuestion of(Question question, TextAnalyzer analyzer, TermWeights weights) {
    AnalyzedText prompt = analyzer.analyze(question.prompt());
    List<AnalyzedText> texts = question.references().stream().map(analyzer::analyze).toList();
    AcronymTable acronyms =
        AcronymTable.of(Stream.concat(Stream.of(prompt), texts.stream()).toList());
    Set<String> asked = Keywords.asked(prompt);
    List<Reference> references = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      KeyPoints keyPoints = KeyPoints.of(question, i, analyzer);
      references.add(
          new Reference(
              texts.get(i),
              Keywords.of(texts.get(i), asked, acronyms.introduced(), weights),
              TfIdfCosine.vector(texts.get(i), asked, weights),
              keyPoints.points().stream()
                  .map(p -> new Point(p, phrasings(p, asked, acronyms, analyzer, weights)))
                  .toList(),
              keyPoints.rule()));
    }
    return new CompiledQuestion(
        question, question.revision(), prompt, asked, List.copyOf(references), acronyms);
  }

  private static List<Keywords> phrasings(
      KeyPoint point,
      Set<String> asked,
      AcronymTable acronyms,
      TextAnalyzer analyzer,
      TermWeights weights) {
    List<AnalyzedText> texts =
        Stream.concat(Stream.of(point.label()), point.phrasings().stream())
            .map(analyzer::analyze)
            .toList();
    List<Keywords> telling = new ArrayList<>();
    List<Keywords> all = new ArrayList<>();
    for (AnalyzedText text : texts) {
      Keywords keywords = Keywords.of(text, asked, acronyms.introduced(), weights);
      all.add(keywords);
      if (keywords.sayMoreThan(asked)) {
        telling.add(keywords);
      }
    }
    // a phrasing made of the question's words alone would be had for repeating the question
    return List.copyOf(telling.isEmpty() ? all : telling);
  }
}
