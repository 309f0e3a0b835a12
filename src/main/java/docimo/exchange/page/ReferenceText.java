package docimo.exchange.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is left of a reference answer once its markup is gone: the plain text that {@link
 * docimo.question.Question#references()} holds. Paragraphs are one line each with a blank line
 * between; list items are one line each, beginning with "- " or "3. ", nested ones indented by two
 * spaces a level; headings are paragraphs ending in a colon; table rows are items; code stands
 * between lines of {@code ```}. Stateless.
 */
public final class ReferenceText {

  private static final Pattern SPACES = Pattern.compile("[ \\t\\n\\x0B\\f]+");
  private static final Pattern BLANK = Pattern.compile("[\\s\\u00A0\\u200B\\uFEFF]*+");
  private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
  private static final int MAX_PASSES = 8;
  private static final int MAX_LEAD_WORDS = 8;
  private static final String PUNCTUATION = ".,:;!?…-–—";

  private final StringBuilder out = new StringBuilder();
  private final Deque<Integer> depths = new ArrayDeque<>();
  private boolean afterItem;

  private ReferenceText() {}

  /**
   * Reduces Markdown, HTML or plain text to reference text. What is reference text already comes
   * back unchanged.
   *
   * @param markdownOrHtml what somebody wrote; may be empty
   * @return its text, without a line end at the end; empty when nothing is left
   */
  public static String plain(String markdownOrHtml) {
    String text = clean(markdownOrHtml);
    for (int pass = 0; pass < MAX_PASSES; pass++) {
      String next = of(MarkdownBlocks.of(text));
      if (next.equals(text)) {
        return text;
      }
      text = next;
    }
    // Markup inside of markup without end: quoted, it stays as it is.
    return fenced(text);
  }

  /** Text with one kind of line end, no byte order mark and no NUL. */
  public static String clean(String text) {
    String start = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return LINE_END.matcher(start).replaceAll("\n").replace("\0", "");
  }

  /** Reference text of an answer's blocks. */
  public static String of(List<Block> blocks) {
    ReferenceText text = new ReferenceText();
    for (int at = 0; at < blocks.size(); at++) {
      boolean more = at + 1 < blocks.size() && !blocks.get(at + 1).isBoldLine();
      text.append(blocks.get(at), more);
    }
    return text.out.toString();
  }

  /** One line with single spaces. */
  public static String oneLine(String text) {
    return SPACES.matcher(text.replace(InlineText.BREAK, ' ')).replaceAll(" ").strip();
  }

  /** The text between fences that nothing in it can close. */
  public static String fenced(String text) {
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    return fence + "\n" + text + "\n" + fence;
  }

  static boolean isBlank(String text) {
    return BLANK.matcher(text).matches();
  }

  private void append(Block block, boolean more) {
    String line = oneLine(block.text());
    switch (block.kind()) {
      case CODE -> paragraph(fenced(block.text()));
      case ITEM, ROW -> item(block, line);
      case HEADING, SUMMARY -> paragraph(withColon(line));
      case PARAGRAPH -> {
        if (block.depth() > 0 && afterItem) {
          continueItem(line);
        } else {
          boolean title = more && block.isBoldLine() && words(line) <= MAX_LEAD_WORDS;
          paragraph(title ? withColon(line) : line);
        }
      }
      case RULER, DETAILS_END, COMMENT -> {}
    }
  }

  private void paragraph(String line) {
    if (!isBlank(line)) {
      out.append(out.isEmpty() ? "" : "\n\n").append(line);
      depths.clear();
      afterItem = false;
    }
  }

  private void item(Block block, String line) {
    if (isBlank(line)) {
      return;
    }
    while (!depths.isEmpty() && depths.element() >= block.depth()) {
      depths.pop();
    }
    String separator = afterItem ? "\n" : "\n\n";
    out.append(out.isEmpty() ? "" : separator)
        .append("  ".repeat(depths.size()))
        .append(block.marker())
        .append(' ')
        .append(line);
    depths.push(block.depth());
    afterItem = true;
  }

  /** Further words of an item stay with its point. */
  private void continueItem(String line) {
    if (!isBlank(line)) {
      boolean open = PUNCTUATION.indexOf(out.charAt(out.length() - 1)) < 0;
      out.append(open ? ": " : " ").append(line);
    }
  }

  private static String withColon(String line) {
    boolean open = !isBlank(line) && PUNCTUATION.indexOf(line.charAt(line.length() - 1)) < 0;
    return open ? line + ":" : line;
  }

  private static int words(String line) {
    return line.split(" ", -1).length;
  }
}
