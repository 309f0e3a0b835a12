package docimo.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Joins numbers with the units that follow them: "10 ms", "50%". */
final class Quantities {

  private Quantities() {}

  /**
   * The same tokens, where a number before a unit states the quantity. A unit that touches its
   * number becomes one token with it, as it is read and must be quoted: "10%". One that stands
   * apart remains, but counts no more as content of its own.
   */
  static List<Token> joinUnits(List<Token> tokens) {
    List<Token> joined = new ArrayList<>();
    for (Token token : tokens) {
      int last = joined.size() - 1;
      Optional<Quantity> quantity = last < 0 ? Optional.empty() : inUnit(joined.get(last), token);
      if (quantity.isEmpty()) {
        joined.add(token);
      } else if (joined.get(last).end() == token.start()) {
        joined.set(last, inOne(joined.get(last), token, quantity.get()));
      } else {
        joined.set(last, withQuantity(joined.get(last), quantity.get()));
        joined.add(asStopWord(token));
      }
    }
    return joined;
  }

  private static Optional<Quantity> inUnit(Token number, Token unit) {
    return number.quantity() == null ? Optional.empty() : number.quantity().in(unit.text());
  }

  private static Token inOne(Token number, Token unit, Quantity quantity) {
    return new Token(
        number.text() + unit.text(),
        number.start(),
        unit.end(),
        number.kind(),
        number.tag(),
        number.lemma() + unit.text(),
        List.of(quantity.term()),
        number.parts(),
        quantity,
        number.stopWord(),
        number.negated(),
        number.lessened());
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
