package docimo.text;

/**
 * Recognises formulas: operands (names, numbers, calls, groups in brackets) joined by operators. To
 * tell "x = y" from "loss + accuracy" it asks for an operand that no prose has, unless the operator
 * itself belongs to formulas only and touches both operands.
 */
final class Formula {

  private static final int MAX_NAME = 40;
  private static final int MAX_GROUP = 80;
  private static final int MAX_OPERANDS = 24;
  private static final String STRONG = "=<>≤≥≠^→≈";
  private static final String WEAK = "+*/×·";

  private final String text;
  private final int limit;

  /** Set while reading an operand: whether it could not be a word of prose. */
  private boolean technical;

  private boolean call;

  Formula(String text, int limit) {
    this.text = text;
    this.limit = limit;
  }

  /** Where the formula that begins at this offset ends; the offset itself when none does. */
  int endFrom(int start) {
    call = false;
    int end = operand(start, false);
    if (end == start) {
      return start;
    }
    boolean evidence = call;
    boolean anyTechnical = technical;
    int operands = 1;
    while (operands < MAX_OPERANDS) {
      int operator = skipSpaces(end);
      int afterOperator = operatorEnd(operator);
      if (afterOperator == operator) {
        break;
      }
      int next = skipSpaces(afterOperator);
      int nextEnd = operand(next, true);
      boolean tight = operator == end && next == afterOperator;
      boolean assigns = text.charAt(afterOperator - 1) == '=';
      boolean strong = assigns || STRONG.indexOf(text.charAt(operator)) >= 0;
      if (nextEnd == next || !(anyTechnical || technical || (strong && tight))) {
        break;
      }
      char sign = text.charAt(operator);
      if (sign == '-' && !(tight ? evidence || technical : anyTechnical)) {
        break;
      }
      if (sign == '+' && operator > end && next == afterOperator && !anyTechnical) {
        break; // "and +3": the sign belongs to the number
      }
      evidence |= strong || technical || anyTechnical;
      anyTechnical |= technical;
      end = nextEnd;
      operands++;
    }
    return evidence ? end : start;
  }

  /** Reads a sign, then a name with an optional argument list, a number or a group. */
  private int operand(int start, boolean inside) {
    technical = false;
    int at = start;
    if (inside && at < limit && text.charAt(at) == '-') {
      at++;
    }
    int name = at;
    while (at < limit && at - name < MAX_NAME && isNamePart(text.charAt(at), at > name)) {
      at++;
    }
    if (at < limit && at > name && isNamePart(text.charAt(at), true)) {
      return start; // a name of absurd length
    }
    while (at > name && text.charAt(at - 1) == '.') {
      at--; // the full stop belongs to the sentence
    }
    at = compoundEnd(name, at);
    if (at == name) {
      int groupEnd = inside ? groupEnd(name) : name;
      technical = groupEnd > name;
      return groupEnd > name ? groupEnd : start;
    }
    int argumentsEnd = Character.isLetter(text.charAt(name)) ? argumentsEnd(name, at) : at;
    if (argumentsEnd > at) {
      call = true;
      technical = true;
      return argumentsEnd;
    }
    technical = at - name == 1 || text.substring(name, at).chars().anyMatch(Character::isDigit);
    return at;
  }

  /** "p-value < 0.05": a hyphen before two letters or more joins a word, it does not subtract. */
  private int compoundEnd(int name, int end) {
    int at = end;
    while (at > name && at + 2 < limit && text.charAt(at) == '-' && isLetters(at + 1, at + 3)) {
      at++;
      while (at < limit && at - name < MAX_NAME && Character.isLetter(text.charAt(at))) {
        at++;
      }
    }
    return at;
  }

  private boolean isLetters(int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Character.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private int argumentsEnd(int name, int open) {
    int end = groupEnd(open);
    if (end == open) {
      return open;
    }
    String arguments = text.substring(open + 1, end - 1);
    boolean shortName = open - name <= 3;
    boolean letters = arguments.chars().allMatch(Character::isLetter);
    if (letters && !arguments.isEmpty()) {
      // f(x), log(n); not layer(s), weights(parameters)
      return arguments.length() == 1 && !arguments.equals("s") ? end : open;
    }
    boolean prose =
        arguments.indexOf(' ') >= 0 && !shortName && arguments.matches(".*[A-Za-z]{4}.*");
    return prose ? open : end;
  }

  /** The end of a balanced bracket of bounded length; the offset itself when there is none. */
  private int groupEnd(int open) {
    if (open >= limit || text.charAt(open) != '(') {
      return open;
    }
    int depth = 0;
    for (int i = open; i < Math.min(limit, open + MAX_GROUP); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
      if (c == '\n') {
        return open;
      }
    }
    return open;
  }

  private int operatorEnd(int at) {
    if (at >= limit) {
      return at;
    }
    char c = text.charAt(at);
    char following = at + 1 < limit ? text.charAt(at + 1) : ' ';
    if ("!:+-*/".indexOf(c) >= 0 && following == '=') {
      return at + 2;
    }
    if (STRONG.indexOf(c) >= 0) {
      return following == '=' || (c == '=' && following == '>') ? at + 2 : at + 1;
    }
    return WEAK.indexOf(c) >= 0 || c == '-' ? at + 1 : at;
  }

  private int skipSpaces(int at) {
    int next = at;
    while (next < limit && next - at < 2 && text.charAt(next) == ' ') {
      next++;
    }
    return next;
  }

  private static boolean isNamePart(char c, boolean inner) {
    return Character.isLetterOrDigit(c) || (inner && (c == '_' || c == '.'));
  }
}
