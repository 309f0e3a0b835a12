package docimo.exchange.page;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A tag that HTML has. What only looks like one ({@code List<String>}, {@code a <b and c> d}) is
 * text.
 *
 * @param name in lower case
 * @param closing whether it is an end tag
 * @param length how many characters it took
 */
record HtmlTag(String name, boolean closing, int length) {

  private static final Pattern NAME = Pattern.compile("</?+([A-Za-z][A-Za-z0-9]{0,20}+)");

  /** Nothing longer is taken for a tag; keeps broken pages from being read over and over. */
  private static final int MAX_LENGTH = 4_000;

  private static final Set<String> BLOCK =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "br",
          "caption",
          "center",
          "dd",
          "details",
          "div",
          "dl",
          "dt",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "head",
          "header",
          "hr",
          "html",
          "li",
          "main",
          "nav",
          "ol",
          "p",
          "pre",
          "script",
          "section",
          "style",
          "summary",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "title",
          "tr",
          "ul");

  private static final Set<String> INLINE =
      Set.of(
          "a",
          "abbr",
          "audio",
          "b",
          "big",
          "button",
          "cite",
          "code",
          "del",
          "dfn",
          "em",
          "font",
          "i",
          "iframe",
          "img",
          "input",
          "ins",
          "kbd",
          "label",
          "link",
          "mark",
          "meta",
          "option",
          "picture",
          "q",
          "s",
          "samp",
          "select",
          "small",
          "source",
          "span",
          "strike",
          "strong",
          "sub",
          "sup",
          "svg",
          "textarea",
          "time",
          "tt",
          "u",
          "var",
          "video",
          "wbr");

  private static final Set<String> BARE_ATTRIBUTES =
      Set.of("open", "checked", "disabled", "hidden", "reversed", "compact", "nowrap");

  /** The tag that begins at this place of the text; null when none does. */
  static @Nullable HtmlTag at(String text, int start) {
    Matcher matcher = NAME.matcher(text).region(start, text.length());
    int end = matcher.lookingAt() ? endOf(text, matcher.end()) : -1;
    if (end < 0) {
      return null;
    }
    String written = matcher.group(1);
    String name = written.toLowerCase(Locale.ROOT);
    String attributes = text.substring(matcher.end(), end);
    boolean known = BLOCK.contains(name) || INLINE.contains(name);
    if (!known || !plausible(attributes) || isTypeParameter(written, text, start)) {
      return null;
    }
    return new HtmlTag(name, text.charAt(start + 1) == '/', end + 1 - start);
  }

  /** Where the tag's ">" is, which may not stand between quotes; -1 when there is none. */
  private static int endOf(String text, int from) {
    int limit = Math.min(text.length(), from + MAX_LENGTH);
    char quote = 0;
    for (int at = from; at < limit; at++) {
      char c = text.charAt(at);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '>') {
        return at;
      } else if (c == '<') {
        return -1;
      } else if (c == '"' || c == '\'') {
        quote = c;
      }
    }
    return -1;
  }

  /** Whether any tag is to be found in the text. */
  static boolean anyIn(String text) {
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      if (at(text, at) != null) {
        return true;
      }
    }
    return false;
  }

  boolean isBlock() {
    return BLOCK.contains(name);
  }

  boolean isHeading() {
    return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
  }

  /** "b and c" are no attributes, though their shape is right. */
  private static boolean plausible(String attributes) {
    String rest =
        attributes.endsWith("/") ? attributes.substring(0, attributes.length() - 1) : attributes;
    rest = rest.strip();
    boolean separated = attributes.isEmpty() || " \t\n/".indexOf(attributes.charAt(0)) >= 0;
    return separated
        && (rest.isEmpty()
            || rest.indexOf('=') > 0
            || BARE_ATTRIBUTES.contains(rest.toLowerCase(Locale.ROOT)));
  }

  private static boolean isTypeParameter(String name, String text, int start) {
    return name.length() == 1
        && Character.isUpperCase(name.charAt(0))
        && start > 0
        && Character.isLetterOrDigit(text.charAt(start - 1));
  }
}
