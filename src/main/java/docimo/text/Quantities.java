package docimo.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Joins numbers with the units that follow them: "10 ms", "50%". */
final class Quantities {

  private Quantities() {}

  /**
   * The same tokens, where a number before a unit states the quantity and the unit counts no more
   * as content of its own.
   */
  static List<Token> joinUnits(List<Token> tokens) {
    List<Token> joined = new ArrayList<>(tokens);
    for (int i = 0; i + 1 < joined.size(); i++) {
      Token number = joined.get(i);
      Token unit = joined.get(i + 1);
      Optional<Quantity> quantity =
          number.quantity() == null ? Optional.empty() : number.quantity().in(unit.text());
      if (quantity.isPresent()) {
        joined.set(i, withQuantity(number, quantity.get()));
        joined.set(i + 1, asStopWord(unit));
      }
    }
    return joined;
  }

  private static Token withQuantity(Token token, Quantity quantity) {
    return new Token(
        token.text(),
        token.start(),
        token.end(),
        token.kind(),
        token.tag(),
        token.lemma(),
        List.of(quantity.term()),
        token.parts(),
        quantity,
        token.stopWord(),
        token.negated(),
        token.lessened());
  }

  private static Token asStopWord(Token token) {
    return new Token(
        token.text(),
        token.start(),
        token.end(),
        token.kind(),
        token.tag(),
        token.lemma(),
        token.terms(),
        token.parts(),
        token.quantity(),
        true,
        token.negated(),
        token.lessened());
  }
}
