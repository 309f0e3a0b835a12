package docimo.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Joins the words of a number, "five million", and numbers with the units that follow them: "10
 * ms", "50%", "one second". After a number word above one, "second" is an ordinal: "the two second
 * layers".
 */
final class Quantities {

  private static final int SHORTEST_NAME = 3;

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

  /** The same tokens, where the words of one number are one token: "five million". */
  static List<Token> joinNumbers(List<Token> tokens) {
    List<Token> joined = new ArrayList<>();
    for (int i = 0; i < tokens.size(); ) {
      Token first = tokens.get(i);
      int end = i + 1;
      Optional<Quantity> number = Optional.empty();
      for (int to = i + 2; to <= tokens.size(); to++) {
        Optional<Quantity> longer = together(first, tokens.subList(i + 1, to));
        if (longer.isEmpty()) {
          break;
        }
        number = longer;
        end = to;
      }
      joined.add(
          number.isPresent() ? inOne(first, tokens.subList(i + 1, end), number.get()) : first);
      i = end;
    }
    return joined;
  }

  private static Optional<Quantity> together(Token first, List<Token> more) {
    if (first.quantity() == null || first.kind() != Token.Kind.NUMBER) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    if (!isInFigures(first)) {
      words.addAll(List.of(first.text().split("-")));
    }
    more.forEach(token -> words.add(token.text()));
    return (isInFigures(first)
            ? Cardinals.parse(first.quantity().value(), words)
            : Cardinals.parse(words))
        .map(value -> new Quantity(value, ""));
  }

  private static boolean isInFigures(Token number) {
    return number.text().chars().anyMatch(Character::isDigit);
  }

  private static Optional<Quantity> inUnit(Token number, Token unit) {
    boolean ordinal = unit.text().equalsIgnoreCase("second") && !isInFigures(number);
    if (isOne(number)) {
      // short names are too often something else: "one s"
      boolean named = unit.text().length() >= SHORTEST_NAME;
      return named ? new Quantity(BigDecimal.ONE, "").in(unit.text()) : Optional.empty();
    }
    return number.quantity() == null || ordinal
        ? Optional.empty()
        : number.quantity().in(unit.text());
  }

  private static boolean isOne(Token token) {
    return token.kind() == Token.Kind.WORD && token.text().equalsIgnoreCase("one");
  }

  private static Token inOne(Token first, List<Token> more, Quantity number) {
    StringBuilder text = new StringBuilder(first.text());
    more.forEach(token -> text.append(' ').append(token.text()));
    return new Token(
        text.toString(),
        first.start(),
        more.get(more.size() - 1).end(),
        first.kind(),
        first.tag(),
        text.toString().toLowerCase(Locale.ROOT),
        List.of(number.term()),
        first.parts(),
        number,
        first.stopWord(),
        first.negated(),
        first.lessened());
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
        Token.Kind.NUMBER,
        token.tag(),
        token.lemma(),
        List.of(quantity.term()),
        token.parts(),
        quantity,
        false,
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
