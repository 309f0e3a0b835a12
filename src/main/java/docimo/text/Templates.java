package docimo.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds sentences that hold a keyword and say nothing of it: "It is about X. X is important."
 * Either several sentences have the same frame with one gap ("X matters."), or they say of a
 * keyword only what can be said of anything. Immutable; takes time linear in the text.
 *
 * @param empty such sentences, in order
 * @param share the share of the words of the text that stand in them, in [0, 1]
 */
public record Templates(List<Sentence> empty, double share) {

  /**
   * So many sentences with one frame are a pattern; honest lists repeat a frame two or three times.
   */
  private static final int FEWEST_OF_A_FRAME = 4;

  private static final int LONGEST_KEYWORD = 3;
  private static final int FEWEST_AROUND = 2;
  private static final int SHORTEST = 3;
  private static final int LONGEST = 9;

  /** What can be said of anything, by lemma. */
  private static final Set<String> SAYS_NOTHING =
      Set.of(
          ("important importance matter relevant relevance key essential crucial vital significant"
                  + " necessary useful concept topic aspect part role play consider mention know"
                  + " understand involve include concern relate discuss note think remember term"
                  + " idea element factor thing point answer question subject keyword main central"
                  + " fundamental critical talk regard deal explain describe here good great also"
                  + " always need require focus study learn word big major interesting exist occur"
                  + " happen see look")
              .split(" "));

  public Templates {
    empty = List.copyOf(empty);
  }

  /** Measures a text. */
  public static Templates of(AnalyzedText text) {
    Map<String, List<Sentence>> frames = new HashMap<>();
    List<Sentence> empty = new ArrayList<>();
    int words = 0;
    for (Sentence sentence : text.sentences()) {
      List<Token> said = words(sentence);
      words += said.size();
      for (String frame : frames(said)) {
        frames.computeIfAbsent(frame, f -> new ArrayList<>()).add(sentence);
      }
    }
    int inEmpty = 0;
    for (Sentence sentence : text.sentences()) {
      List<Token> said = words(sentence);
      if (saysNothing(said)
          || frames(said).stream()
              .anyMatch(f -> frames.getOrDefault(f, List.of()).size() >= FEWEST_OF_A_FRAME)) {
        empty.add(sentence);
        inEmpty += said.size();
      }
    }
    return new Templates(empty, words == 0 ? 0 : (double) inEmpty / words);
  }

  private static List<Token> words(Sentence sentence) {
    return sentence.tokens().stream().filter(t -> t.kind() != Token.Kind.PUNCTUATION).toList();
  }

  /** What is left of a short sentence when a keyword is taken out, for each that it may be. */
  private static List<String> frames(List<Token> words) {
    List<String> frames = new ArrayList<>();
    if (words.size() >= SHORTEST && words.size() <= LONGEST) {
      for (int start = 0; start < words.size(); start++) {
        for (int end = start; end < words.size() && words.get(end).isContent(); end++) {
          int gap = end + 1 - start;
          if (gap <= LONGEST_KEYWORD && words.size() - gap >= FEWEST_AROUND) {
            frames.add(frame(words, start, end));
          }
        }
      }
    }
    return frames;
  }

  private static String frame(List<Token> words, int start, int end) {
    StringBuilder frame = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      if (i == start) {
        frame.append("_ ");
      } else if (i < start || i > end) {
        frame.append(words.get(i).term()).append(' ');
      }
    }
    return frame.toString();
  }

  /** Whether a sentence says of a keyword only what can be said of anything. */
  private static boolean saysNothing(List<Token> words) {
    long empty = words.stream().filter(word -> SAYS_NOTHING.contains(word.lemma())).count();
    long telling =
        words.stream().filter(w -> w.isContent() && !SAYS_NOTHING.contains(w.lemma())).count();
    return empty > 0 && telling <= 2 && words.size() >= SHORTEST && words.size() <= LONGEST;
  }
}
