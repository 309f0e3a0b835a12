package docimo.grading;

import docimo.grading.Grade.Flag;
import docimo.question.Question;
import docimo.text.AnalyzedText;
import docimo.text.Sentence;
import docimo.text.TextNormalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The reference answers of a whole bank, to recognise an answer to one question that is pasted from
 * the reference of another. Texts are compared by their runs of {@value #RUN} words (shingles;
 * Broder 1997), which two people hardly ever write alike. Immutable.
 */
public final class OtherReferences {

  /** Knows no other question. */
  public static final OtherReferences NONE = new OtherReferences(Set.of());

  private static final int RUN = 5;

  /** Fewer words may be an idiom, or a definition that everybody gives. */
  private static final int FEWEST_WORDS = 20;

  /** So much of an answer is no quotation in an answer of one's own. */
  private static final double MUCH = 0.4;

  private static final double MOST_OF_A_SENTENCE = 0.5;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private final Set<String> runs;

  private OtherReferences(Set<String> runs) {
    this.runs = runs;
  }

  /** The references of all questions of a bank. */
  public static OtherReferences of(Collection<Question> bank) {
    Set<String> runs = new HashSet<>();
    bank.forEach(question -> runs.addAll(runs(question)));
    return new OtherReferences(runs);
  }

  /** The runs of words that the references of a question have. */
  static Set<String> runs(Question question) {
    Set<String> runs = new HashSet<>();
    for (String reference : question.references()) {
      List<String> words = words(TextNormalizer.normalize(reference).text());
      for (int i = 0; i + RUN <= words.size(); i++) {
        runs.add(run(words, i));
      }
    }
    return runs;
  }

  /**
   * Flags an answer that is to a large part another question's reference.
   *
   * @param own the runs of the question's own references, which may stand in others as well
   */
  Optional<Flag> check(AnalyzedText answer, Set<String> own) {
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    int all = 0;
    int pasted = 0;
    List<Sentence> sentences = new ArrayList<>();
    for (Sentence sentence : answer.sentences()) {
      List<String> words =
          words(
              TextNormalizer.normalize(
                      answer.source().original().substring(sentence.start(), sentence.end()))
                  .text());
      int found = pasted(words, own);
      all += words.size();
      pasted += found;
      if (found > words.size() * MOST_OF_A_SENTENCE) {
        sentences.add(sentence);
      }
    }
    return pasted >= FEWEST_WORDS && pasted >= all * MUCH
        ? Optional.of(
            AnswerChecks.flag(
                FlagCode.OTHER_REFERENCE,
                Severity.HIGH,
                (double) pasted / all,
                AnswerChecks.sentences(answer, sentences)))
        : Optional.empty();
  }

  /** How many words stand in runs that only other references have. */
  private int pasted(List<String> words, Set<String> own) {
    int pasted = 0;
    int counted = 0;
    for (int i = 0; i + RUN <= words.size(); i++) {
      String run = run(words, i);
      if (runs.contains(run) && !own.contains(run)) {
        pasted += i + RUN - Math.max(i, counted);
        counted = i + RUN;
      }
    }
    return pasted;
  }

  private static String run(List<String> words, int from) {
    return String.join(" ", words.subList(from, from + RUN));
  }

  private static List<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
  }
}
