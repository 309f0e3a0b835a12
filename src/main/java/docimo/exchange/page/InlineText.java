package docimo.exchange.page;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Delimited;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * Reduces the inline nodes of one block to text. Used once for one block, by one thread.
 *
 * <p>Identifiers and formulas survive: an asterisk inside a word multiplies, {@code __init__} is a
 * name, {@code List<String>} is no tag.
 */
final class InlineText {

  /** Stands for a break that the author made on purpose; the input has had its NULs removed. */
  static final char BREAK = '\0';

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_]++");
  private static final Pattern ORDINAL_OR_MARK =
      Pattern.compile("(?i)(?:st|nd|rd|th|tm|\\p{So}).*+", Pattern.DOTALL);
  private static final Pattern FRAGILE = Pattern.compile("[*_`<>&\\[\\]!\\\\~#|+-]|^\\d");
  private static final String SENTENCE_END = ".!?:;";

  /** Which inline code keeps its backticks, so that it is not taken for markup later. */
  enum Protect {
    NONE,
    TAGS,
    ALL
  }

  /**
   * A line of thought inside a block.
   *
   * @param text its text, wrapped lines separated by {@code '\n'}
   * @param plain the same with no inline code in backticks
   * @param lead the bold words that it begins with, or empty
   * @param href where it links to, when it is nothing but a link
   */
  record Piece(String text, String plain, String lead, @Nullable String href) {}

  private final StringBuilder out = new StringBuilder();
  private final Map<Integer, Integer> boldUntil = new HashMap<>();
  private final Map<String, String> links = new HashMap<>();
  private final Set<Block.Removed> removed = EnumSet.noneOf(Block.Removed.class);
  private final Protect protect;
  private int htmlBoldFrom = -1;
  private int lastBold = -1;
  private boolean fragile;

  private InlineText(Protect protect) {
    this.protect = protect;
  }

  /** The text below a node, with no inline code in backticks. */
  static InlineText of(Node parent) {
    return of(parent, Protect.NONE);
  }

  /** The text below a node. */
  static InlineText of(Node parent, Protect protect) {
    InlineText text = new InlineText(protect);
    text.children(parent);
    return text;
  }

  /** Everything in one string, breaks included. */
  String raw() {
    return out.toString();
  }

  /** Whether reading the text again could see markup where there was code. */
  boolean isFragile() {
    return fragile;
  }

  Set<Block.Removed> removed() {
    return removed;
  }

  /** The lines of thought: parted at breaks that were meant, and around lines all in bold. */
  List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    int start = 0;
    for (int at = 0; at <= out.length(); at++) {
      boolean end = at == out.length() || out.charAt(at) == BREAK;
      if (end || (out.charAt(at) == '\n' && (isBold(start, at) || nextLineIsBold(at)))) {
        addPiece(pieces, start, at);
        start = at + 1;
      }
    }
    return pieces;
  }

  private void addPiece(List<Piece> pieces, int start, int end) {
    String text = out.substring(start, end).strip();
    if (text.isEmpty()) {
      return;
    }
    int from = skipSpaces(start);
    int boldEnd = boldUntil.getOrDefault(from, from);
    String lead = boldEnd <= end ? out.substring(from, boldEnd).strip() : "";
    pieces.add(new Piece(text, text, lead, links.get(text)));
  }

  private boolean nextLineIsBold(int lineBreak) {
    int end = lineBreak + 1;
    while (end < out.length() && out.charAt(end) != '\n' && out.charAt(end) != BREAK) {
      end++;
    }
    return isBold(lineBreak + 1, end);
  }

  private boolean isBold(int start, int end) {
    int from = skipSpaces(start);
    Integer boldEnd = boldUntil.get(from);
    return boldEnd != null && boldEnd <= end && out.substring(boldEnd, end).isBlank();
  }

  private int skipSpaces(int start) {
    int from = start;
    while (from < out.length() && out.charAt(from) == ' ') {
      from++;
    }
    return from;
  }

  private void children(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      append(node);
    }
  }

  private void append(Node node) {
    if (node instanceof Text text) {
      appendText(text.getLiteral());
    } else if (node instanceof Code code) {
      appendCode(code.getLiteral());
    } else if (node instanceof SoftLineBreak) {
      out.append('\n');
    } else if (node instanceof HardLineBreak) {
      out.append(endsSentence() ? BREAK : '\n');
    } else if (node instanceof HtmlInline html) {
      appendHtml(html);
    } else if (node instanceof Image) {
      removed.add(Block.Removed.IMAGE);
    } else if (node instanceof Link link) {
      appendLink(link);
    } else if (node instanceof StrongEmphasis || node instanceof Emphasis) {
      appendEmphasis(node);
    } else if (node instanceof Strikethrough || node.getFirstChild() != null) {
      children(node);
    }
  }

  /** A tag in a text node was escaped by its author: it is spoken of, not used. */
  private void appendText(String literal) {
    if (literal.indexOf('<') < 0 || !HtmlTag.anyIn(literal)) {
      out.append(literal);
      return;
    }
    fragile = true;
    if (protect == Protect.NONE) {
      out.append(literal);
      return;
    }
    for (int at = 0; at < literal.length(); ) {
      HtmlTag tag = literal.charAt(at) == '<' ? HtmlTag.at(literal, at) : null;
      int end = at + (tag == null ? 1 : tag.length());
      String part = literal.substring(at, end);
      out.append(tag == null ? part : fenced(part));
      at = end;
    }
  }

  private void appendCode(String literal) {
    fragile = true;
    boolean keep =
        switch (protect) {
          case NONE -> false;
          case TAGS -> HtmlTag.anyIn(literal);
          case ALL -> FRAGILE.matcher(literal).find();
        };
    out.append(keep ? fenced(literal) : literal);
  }

  private static String fenced(String literal) {
    String ticks = "`";
    while (literal.contains(ticks)) {
      ticks += "`";
    }
    String padding = literal.startsWith("`") || literal.endsWith("`") ? " " : "";
    return ticks + padding + literal + padding + ticks;
  }

  private void appendHtml(HtmlInline html) {
    String literal = html.getLiteral();
    if (literal.startsWith("<!--")) {
      return;
    }
    HtmlTag tag =
        literal.startsWith("<")
            ? HtmlTag.at(lastCharacter() + literal, lastCharacter().length())
            : null;
    if (tag == null) {
      out.append(literal);
      return;
    }
    switch (tag.name()) {
      case "br", "p", "div", "hr" -> out.append(BREAK);
      case "img" -> removed.add(Block.Removed.IMAGE);
      case "sup" -> appendPower(tag, html.getNext());
      case "b", "strong" -> markBold(tag);
      default -> removed.add(tag.name().equals("a") ? Block.Removed.LINK : Block.Removed.HTML);
    }
  }

  /** {@code 10<sup>-3</sup>} without its tag would be another number. */
  private void appendPower(HtmlTag tag, @Nullable Node next) {
    if (!tag.closing()
        && next instanceof Text text
        && !ORDINAL_OR_MARK.matcher(text.getLiteral().strip()).matches()) {
      out.append('^');
    }
  }

  private void markBold(HtmlTag tag) {
    if (!tag.closing()) {
      htmlBoldFrom = out.length();
    } else if (htmlBoldFrom >= 0) {
      markBold(htmlBoldFrom);
      htmlBoldFrom = -1;
    }
  }

  /** "**Q1.** **What is it?**" is one bold run. */
  private void markBold(int from) {
    int start = skipSpaces(from);
    int before = boldUntil.getOrDefault(lastBold, -1);
    boolean continues = before >= 0 && before <= start && isSpace(before, start);
    lastBold = continues ? lastBold : start;
    boldUntil.put(lastBold, out.length());
  }

  private boolean isSpace(int start, int end) {
    String between = out.substring(start, end);
    return between.isBlank() && between.indexOf('\n') < 0;
  }

  /** What stands in brackets after a word and leads nowhere is an index and its arguments. */
  private void appendLink(Link link) {
    String href = link.getDestination();
    boolean code = endsInWord() && href.chars().noneMatch(c -> "/.#:".indexOf(c) >= 0);
    if (code && link.getTitle() == null && !href.isEmpty()) {
      out.append('[');
      children(link);
      out.append("](").append(href).append(')');
      return;
    }
    int start = out.length();
    children(link);
    removed.add(Block.Removed.LINK);
    links.put(out.substring(start).strip(), href);
  }

  private void appendEmphasis(Node node) {
    String delimiter = ((Delimited) node).getOpeningDelimiter();
    boolean insideWords = endsInWord() && startsWithWord(node.getNext());
    int start = out.length();
    children(node);
    String inner = out.substring(start);
    boolean name = delimiter.equals("__") && IDENTIFIER.matcher(inner).matches();
    if (insideWords || name) {
      out.insert(start, delimiter).append(delimiter);
    } else if (node instanceof StrongEmphasis) {
      markBold(start);
    }
  }

  private static boolean startsWithWord(@Nullable Node next) {
    return next instanceof Text text
        && !text.getLiteral().isEmpty()
        && Character.isLetterOrDigit(text.getLiteral().codePointAt(0));
  }

  private boolean endsInWord() {
    return out.length() > 0 && Character.isLetterOrDigit(out.codePointBefore(out.length()));
  }

  private boolean endsSentence() {
    return out.length() > 0 && SENTENCE_END.indexOf(out.charAt(out.length() - 1)) >= 0;
  }

  private String lastCharacter() {
    return out.length() == 0 ? "" : out.substring(out.length() - 1);
  }
}
