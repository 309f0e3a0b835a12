package docimo.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How much of a text has been said before in the same text: words inside runs of {@value #RUN}
 * words that came earlier, and sentences with the content words of an earlier one in whatever
 * order. Immutable; takes time linear in the text.
 *
 * @param words how many words repeat
 * @param share their share of all words, in [0, 1]
 * @param sentences the sentences that repeat for the most part, in order
 */
public record Repetition(int words, double share, List<Sentence> sentences) {

  private static final int RUN = 4;

  /** Sentences with fewer content words are alike by chance. */
  private static final int FEWEST_CONTENT_WORDS = 3;

  public Repetition {
    sentences = List.copyOf(sentences);
  }

  /** Measures a text. */
  public static Repetition of(AnalyzedText text) {
    Set<List<String>> runs = new HashSet<>();
    Set<Set<String>> contents = new HashSet<>();
    List<Sentence> repeated = new ArrayList<>();
    int all = 0;
    int again = 0;
    for (Sentence sentence : text.sentences()) {
      List<String> words = new ArrayList<>();
      Set<String> content = new TreeSet<>();
      for (Token token : sentence.tokens()) {
        if (token.kind() != Token.Kind.PUNCTUATION) {
          words.add(token.term());
          if (token.isContent()) {
            content.add(token.term());
          }
        }
      }
      boolean same = content.size() >= FEWEST_CONTENT_WORDS && !contents.add(content);
      int old = Math.max(repeatedWords(words, runs), same ? words.size() : 0);
      all += words.size();
      again += old;
      if (2 * old > words.size()) {
        repeated.add(sentence);
      }
    }
    return new Repetition(again, all == 0 ? 0 : (double) again / all, repeated);
  }

  private static int repeatedWords(List<String> words, Set<List<String>> runs) {
    int repeated = 0;
    int counted = 0;
    for (int i = 0; i + RUN <= words.size(); i++) {
      if (!runs.add(List.copyOf(words.subList(i, i + RUN)))) {
        repeated += i + RUN - Math.max(counted, i);
        counted = i + RUN;
      }
    }
    return repeated;
  }
}
