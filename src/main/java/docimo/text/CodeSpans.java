package docimo.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what must stay whole when prose is cut into words: addresses, code identifiers, version
 * numbers, and formulas such as {@code f(x) = max(0,x)}. Runs in time linear in the text: every
 * piece that it tries has a bounded length.
 */
final class CodeSpans {

  /**
   * A stretch of the text that is one token.
   *
   * @param start where it begins
   * @param end where it ends, exclusive
   */
  record Span(int start, int end) {}

  private static final Pattern IDENTIFIER =
      Pattern.compile(
          String.join(
              "|",
              "(?:https?://|www\\.)[^\\s<>\"]{1,2000}[^\\s<>\".,;:!?)]",
              "[\\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8}",
              "_{0,2}[A-Za-z][A-Za-z0-9]{0,60}(?:_[A-Za-z0-9]{1,60}){1,12}_{0,2}(?:\\(\\))?",
              "__[a-z]{2,40}__",
              "[A-Za-z]\\w{0,60}(?:::\\w{1,60}){1,8}",
              "[A-Za-z]\\w{0,60}(?:\\.[A-Za-z]\\w{0,60}){0,8}"
                  + "\\.(?:js|ts|py|java|io|net|com|org|md|txt|json|xml|ya?ml|csv|html|css|sql|exe)\\b",
              "[A-Za-z]\\w{0,60}(?:\\.[A-Za-z]\\w{0,60}){2,8}(?:\\(\\))?",
              "[A-Za-z]\\w{0,60}\\.[A-Za-z]\\w{0,60}\\(\\)",
              "[A-Z]\\w{0,40}<[A-Z]\\w{0,40}(?:, ?[A-Z]\\w{0,40}){0,4}>",
              "[CFJ]#|C\\+\\+|\\.NET\\b",
              "@[A-Z][A-Za-z]{1,40}",
              "--?[a-zA-Z][\\w-]{1,40}(?==)",
              "v?\\d{1,5}(?:\\.\\d{1,5}){2,4}"));

  private final String text;
  private final int limit;

  private CodeSpans(String text, int limit) {
    this.text = text;
    this.limit = limit;
  }

  /** The spans between two offsets of a text, in order and apart from each other. */
  static List<Span> find(String text, int start, int end) {
    return new CodeSpans(text, end).findFrom(start);
  }

  private List<Span> findFrom(int start) {
    List<Span> spans = new ArrayList<>();
    Matcher identifier = IDENTIFIER.matcher(text);
    Formula formula = new Formula(text, limit);
    int at = start;
    while (at < limit) {
      int end = isTokenStart(at, start) ? spanEnd(at, identifier, formula) : at;
      if (end > at) {
        spans.add(new Span(at, end));
        at = end;
      } else {
        at++;
      }
    }
    return spans;
  }

  /** The longest span that begins here, or the offset itself when none does. */
  private int spanEnd(int at, Matcher identifier, Formula formula) {
    int end = formula.endFrom(at);
    if (!isPlainWord(at)
        && identifier.region(at, limit).lookingAt()
        && !continues(identifier.end())) {
      end = Math.max(end, identifier.end());
    }
    return end;
  }

  /** Plain letters up to a white space are no identifier, and most of a text is such words. */
  private boolean isPlainWord(int start) {
    int at = start;
    while (at < limit && isPlainLetter(text.charAt(at))) {
      at++;
    }
    return at > start && (at == limit || Character.isWhitespace(text.charAt(at)));
  }

  private static boolean isPlainLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private boolean isTokenStart(int at, int start) {
    char c = text.charAt(at);
    if (Character.isWhitespace(c) || c == ',' || c == ';') {
      return false;
    }
    return at == start || !isWordPart(text.charAt(at - 1)) || !isWordPart(c);
  }

  private boolean continues(int end) {
    return end < limit && isWordPart(text.charAt(end)) && isWordPart(text.charAt(end - 1));
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
