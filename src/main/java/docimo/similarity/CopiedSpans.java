package docimo.similarity;

import docimo.text.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an answer has copied of a reference: by greedy string tiling over the terms of words (Wise
 * 1993), the longest common runs first, no word of either text in more than one tile. Runs are
 * found by their first words in a table, so that time is linear in the answer. Immutable.
 *
 * @param spans the copied runs as tokens of the answer, longest first
 * @param words how many words stand in them
 * @param of how many words the answer has
 */
public record CopiedSpans(List<List<Token>> spans, int words, int of) {

  /** Shorter runs are had by chance: names, idioms, the words of the question. */
  public static final int SHORTEST = 6;

  /** A run that begins in more places of the reference is looked at in the first of them. */
  private static final int MOST_PLACES = 8;

  public CopiedSpans {
    spans = List.copyOf(spans);
  }

  private record Tile(int answer, int reference, int length) {}

  /** Compares the words of an answer with those of a reference; punctuation takes no part. */
  public static CopiedSpans of(List<Token> answer, List<Token> reference) {
    List<Token> said = words(answer);
    List<Token> key = words(reference);
    List<Tile> runs = runs(said, key);
    runs.sort(Comparator.comparingInt(Tile::length).reversed().thenComparingInt(Tile::answer));
    BitSet ofAnswer = new BitSet();
    BitSet ofReference = new BitSet();
    List<List<Token>> spans = new ArrayList<>();
    for (Tile run : runs) {
      Tile free = free(run, ofAnswer, ofReference);
      if (free.length() >= SHORTEST) {
        ofAnswer.set(free.answer(), free.answer() + free.length());
        ofReference.set(free.reference(), free.reference() + free.length());
        spans.add(List.copyOf(said.subList(free.answer(), free.answer() + free.length())));
      }
    }
    spans.sort(Comparator.<List<Token>>comparingInt(List::size).reversed());
    return new CopiedSpans(spans, ofAnswer.cardinality(), said.size());
  }

  /** The share of the answer that is copied, in [0, 1]. */
  public double share() {
    return of == 0 ? 0 : (double) words / of;
  }

  /** All runs that cannot be made longer. */
  private static List<Tile> runs(List<Token> said, List<Token> key) {
    Map<List<String>, List<Integer>> places = new HashMap<>();
    for (int i = 0; i + SHORTEST <= key.size(); i++) {
      List<Integer> known = places.computeIfAbsent(seed(key, i), s -> new ArrayList<>());
      if (known.size() < MOST_PLACES) {
        known.add(i);
      }
    }
    List<Tile> runs = new ArrayList<>();
    Map<Integer, Integer> reached = new HashMap<>();
    for (int i = 0; i + SHORTEST <= said.size() && !places.isEmpty(); i++) {
      for (int j : places.getOrDefault(seed(said, i), List.of())) {
        // a run is found at its beginning; on the same diagonal the rest of it is known
        if (reached.getOrDefault(i - j, 0) <= i) {
          int length = length(said, i, key, j);
          reached.put(i - j, i + length);
          runs.add(new Tile(i, j, length));
        }
      }
    }
    return runs;
  }

  private static int length(List<Token> said, int i, List<Token> key, int j) {
    int length = 0;
    while (i + length < said.size()
        && j + length < key.size()
        && said.get(i + length).term().equals(key.get(j + length).term())) {
      length++;
    }
    return length;
  }

  /** The longest part of a run that no tile has yet, from its beginning or to its end. */
  private static Tile free(Tile run, BitSet ofAnswer, BitSet ofReference) {
    int best = 0;
    int from = 0;
    int length = 0;
    for (int i = 0; i < run.length(); i++) {
      boolean taken = ofAnswer.get(run.answer() + i) || ofReference.get(run.reference() + i);
      length = taken ? 0 : length + 1;
      if (length > best) {
        best = length;
        from = i + 1 - length;
      }
    }
    return new Tile(run.answer() + from, run.reference() + from, best);
  }

  private static List<String> seed(List<Token> words, int at) {
    return words.subList(at, at + SHORTEST).stream().map(Token::term).toList();
  }

  private static List<Token> words(List<Token> tokens) {
    return tokens.stream().filter(t -> t.kind() != Token.Kind.PUNCTUATION).toList();
  }
}
