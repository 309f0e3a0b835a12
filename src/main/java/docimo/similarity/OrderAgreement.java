package docimo.similarity;

import docimo.text.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether an answer that uses the words of a reference also has them in its order. Who explains a
 * thing, in whatever words, keeps together what belongs together; who deals out keywords does not.
 * Immutable.
 *
 * @param shared the share of the answer's content words that the reference has, in [0, 1]
 * @param pairs how many neighbouring content words of the answer both are words of the reference
 * @param agreement the share of those pairs that stand close together and in the same order in the
 *     reference, in [0, 1]; 1 where there are none
 */
public record OrderAgreement(double shared, int pairs, double agreement) {

  /** How many content words further on a word still is close. */
  private static final int CLOSE = 3;

  /** A word that the reference has more often is looked at in the first of its places. */
  private static final int MOST_PLACES = 16;

  /** What is known of a reference, so that many answers can be compared with it. Immutable. */
  public static final class Reference {

    private final Map<String, List<Integer>> places = new HashMap<>();

    private Reference(List<Token> tokens) {
      int place = 0;
      for (Token token : tokens) {
        if (token.isContent()) {
          List<Integer> known = places.computeIfAbsent(token.term(), t -> new ArrayList<>());
          if (known.size() < MOST_PLACES) {
            known.add(place);
          }
          place++;
        }
      }
    }

    private boolean has(String term) {
      return places.containsKey(term);
    }

    private boolean inOrder(String first, String next) {
      List<Integer> ofNext = places.getOrDefault(next, List.of());
      return places.getOrDefault(first, List.of()).stream()
          .anyMatch(p -> ofNext.stream().anyMatch(q -> q > p && q <= p + CLOSE));
    }
  }

  /** Reads a reference. */
  public static Reference reference(List<Token> tokens) {
    return new Reference(tokens);
  }

  /** Compares an answer with a reference. */
  public static OrderAgreement of(List<Token> answer, Reference reference) {
    int content = 0;
    int shared = 0;
    int pairs = 0;
    int agreeing = 0;
    String before = null;
    for (Token token : answer) {
      if (token.isContent()) {
        content++;
        String term = token.term();
        boolean has = reference.has(term);
        shared += has ? 1 : 0;
        if (has && before != null) {
          pairs++;
          agreeing += reference.inOrder(before, term) ? 1 : 0;
        }
        before = has ? term : null;
      }
    }
    return new OrderAgreement(
        content == 0 ? 0 : (double) shared / content,
        pairs,
        pairs == 0 ? 1 : (double) agreeing / pairs);
  }
}
