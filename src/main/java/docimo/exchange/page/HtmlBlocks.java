package docimo.exchange.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the HTML of a page into blocks. What stands between the tags is read as Markdown, since
 * that is what people write there. One page, one thread; lists and tables may go on from one piece
 * of HTML to the next.
 */
final class HtmlBlocks {

  private static final Pattern DIRECTIVE = Pattern.compile("(?:id|rule)\\s*:.*", Pattern.DOTALL);
  private static final Pattern TAGS = Pattern.compile("<[^<>]{0,2000}>");

  /** Reads text that has no HTML tags. */
  interface Words {

    /**
     * @param line where the text begins
     * @param oneLine whether to read it as the words of one line, whatever it begins with
     */
    List<Block> read(String text, int line, boolean oneLine);
  }

  private static final int MAX_INDENT = 200;

  /** A list that is open; its counter is -1 when it is not numbered. */
  private static final class OpenList {
    private int counter;

    OpenList(boolean numbered) {
      counter = numbered ? 0 : -1;
    }

    String nextMarker() {
      return counter < 0 ? "-" : ++counter + ".";
    }
  }

  private final List<Block> out;
  private final Words words;
  private final Deque<OpenList> lists = new ArrayDeque<>();
  private final Set<Block.Removed> removed = EnumSet.noneOf(Block.Removed.class);
  private final StringBuilder chunk = new StringBuilder();
  private Context context = new Context(Block.Kind.PARAGRAPH, 0, "");
  private List<String> headers = new ArrayList<>();
  private @Nullable List<Block.Cell> row;
  private boolean headerRow;
  private @Nullable String href;
  private int boldAt = -1;
  private int depth;
  private int line;

  /** What the next words become. */
  private record Context(Block.Kind kind, int level, String marker) {}

  /**
   * @param out where the blocks go
   * @param words reads what stands between the tags
   */
  HtmlBlocks(List<Block> out, Words words) {
    this.out = out;
    this.words = words;
  }

  /**
   * Adds the blocks of a piece of HTML.
   *
   * @param baseDepth how many Markdown list items it is inside of
   */
  void read(String html, int baseDepth, int firstLine) {
    depth = baseDepth;
    line = firstLine;
    for (int at = 0; at < html.length(); ) {
      char c = html.charAt(at);
      if (c == '`') {
        at = copyTicks(html, at);
      } else if (c == '<') {
        at = readTag(html, at);
      } else {
        chunk.append(c);
        at++;
      }
    }
    flush();
  }

  /** Code between backticks is copied as it is, whatever it holds. */
  private int copyTicks(String html, int start) {
    int ticks = start;
    while (ticks < html.length() && html.charAt(ticks) == '`') {
      ticks++;
    }
    String run = html.substring(start, ticks);
    int close = html.indexOf(run, ticks);
    int lineEnd = html.indexOf('\n', ticks);
    boolean closed = close >= 0 && (run.length() > 2 || lineEnd < 0 || close < lineEnd);
    int end = closed ? close + run.length() : ticks;
    chunk.append(html, start, end);
    return end;
  }

  private int readTag(String html, int at) {
    if (html.startsWith("<!--", at)) {
      int end = html.indexOf("-->", at + 4);
      String comment = html.substring(at + 4, end < 0 ? html.length() : end);
      readComment(comment.strip());
      return end < 0 ? html.length() : end + 3;
    }
    HtmlTag tag = HtmlTag.at(html, at);
    if (tag == null) {
      chunk.append('<');
      return at + 1;
    }
    int end = at + tag.length();
    if (!tag.closing()
        && (tag.name().equals("pre")
            || tag.name().equals("script")
            || tag.name().equals("style"))) {
      return readVerbatim(html, end, tag.name());
    }
    if (tag.isBlock()) {
      readBlockTag(tag);
    } else {
      readInlineTag(tag, html.substring(at, end));
    }
    return end;
  }

  private void readComment(String comment) {
    if (DIRECTIVE.matcher(comment).matches()) {
      flush();
      out.add(Block.of(Block.Kind.COMMENT, depth, comment, line));
    }
  }

  private int readVerbatim(String html, int start, String name) {
    int close = html.indexOf("</" + name, start);
    int contentEnd = close < 0 ? html.length() : close;
    if (name.equals("pre")) {
      flush();
      String code = TAGS.matcher(html.substring(start, contentEnd)).replaceAll("");
      out.add(Block.of(Block.Kind.CODE, depth, decode(code).strip(), line));
    }
    int end = html.indexOf('>', contentEnd);
    return close < 0 || end < 0 ? html.length() : end + 1;
  }

  private static String decode(String code) {
    return code.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private void readInlineTag(HtmlTag tag, String written) {
    switch (tag.name()) {
      case "img" -> removed.add(Block.Removed.IMAGE);
      case "a" -> {
        removed.add(Block.Removed.LINK);
        int quote = written.indexOf("href=");
        if (quote >= 0 && quote + 6 < written.length()) {
          href = written.substring(quote + 5, written.length() - 1).replaceAll("[\"']", "");
        }
      }
      case "code", "tt", "kbd", "samp" -> chunk.append('`');
      case "b", "strong" -> markBold(tag);
      case "sup" -> chunk.append(tag.closing() ? "" : "^");
      default -> removed.add(Block.Removed.HTML);
    }
  }

  /** Bold is a sign of a question where there are no headings; around more it is dropped. */
  private void markBold(HtmlTag tag) {
    if (!tag.closing()) {
      boolean first = chunk.length() < MAX_INDENT && chunk.toString().isBlank();
      boldAt = first ? chunk.length() : -1;
      return;
    }
    String words = boldAt < 0 ? "" : chunk.substring(boldAt);
    if (!words.isBlank() && words.equals(words.strip()) && words.indexOf('\n') < 0) {
      chunk.insert(boldAt, "**").append("**");
    }
    boldAt = -1;
  }

  private void readBlockTag(HtmlTag tag) {
    if (tag.name().equals("br")) {
      chunk.append(row == null && context.kind() == Block.Kind.PARAGRAPH ? "\n\n" : " ");
      return;
    }
    flush();
    if (tag.isHeading()) {
      context =
          tag.closing()
              ? paragraph()
              : new Context(Block.Kind.HEADING, tag.name().charAt(1) - '0', "");
      return;
    }
    switch (tag.name()) {
      case "ul", "ol" -> readList(tag);
      case "li" -> context = tag.closing() ? paragraph() : item();
      case "summary" ->
          context = tag.closing() ? paragraph() : new Context(Block.Kind.SUMMARY, 0, "");
      case "details" -> readDetails(tag);
      case "table", "tr", "td", "th" -> readTable(tag);
      case "hr" -> out.add(Block.of(Block.Kind.RULER, depth, "", line));
      default -> {}
    }
  }

  private void readDetails(HtmlTag tag) {
    if (tag.closing()) {
      out.add(Block.of(Block.Kind.DETAILS_END, depth, "", line));
    }
  }

  private void readList(HtmlTag tag) {
    if (tag.closing()) {
      lists.poll();
    } else {
      lists.push(new OpenList(tag.name().equals("ol")));
    }
    context = paragraph();
  }

  private void readTable(HtmlTag tag) {
    switch (tag.name()) {
      case "table" -> headers = new ArrayList<>();
      case "tr" -> {
        closeRow();
        row = tag.closing() ? null : new ArrayList<>();
        headerRow = false;
      }
      default -> headerRow |= tag.name().equals("th");
    }
    context = paragraph();
  }

  private void closeRow() {
    if (row != null && headerRow && headers.isEmpty()) {
      row.forEach(cell -> headers.add(cell.text()));
    } else if (row != null && !row.isEmpty()) {
      out.add(Block.row(depth + lists.size(), TableRows.text(row), row, line));
    }
  }

  private Context item() {
    OpenList list = lists.peek();
    return new Context(Block.Kind.ITEM, 0, list == null ? "-" : list.nextMarker());
  }

  private static Context paragraph() {
    return new Context(Block.Kind.PARAGRAPH, 0, "");
  }

  private void flush() {
    String text = chunk.toString();
    chunk.setLength(0);
    boldAt = -1;
    int breaks = (int) text.chars().filter(c -> c == '\n').count();
    if (!text.isBlank()) {
      add(text);
    }
    line += breaks;
  }

  private void add(String text) {
    String stripped = text.stripIndent().strip();
    boolean oneLine = context.kind() != Block.Kind.PARAGRAPH && stripped.indexOf('\n') < 0;
    List<Block> blocks = words.read(stripped, line, oneLine || row != null);
    if (row != null) {
      StringBuilder cell = new StringBuilder();
      blocks.forEach(block -> cell.append(cell.isEmpty() ? "" : " ").append(block.plain()));
      String header = row.size() < headers.size() ? headers.get(row.size()) : "";
      row.add(new Block.Cell(header, cell.toString(), href));
      href = null;
      return;
    }
    int inside = depth + lists.size();
    for (Block block : blocks) {
      removed.addAll(block.removed());
      out.add(place(block, inside).withRemoved(Set.copyOf(removed)));
      removed.clear();
      context = paragraph();
    }
  }

  private Block place(Block block, int inside) {
    boolean paragraph = block.is(Block.Kind.PARAGRAPH);
    if (paragraph && context.kind() == Block.Kind.ITEM) {
      return block
          .withKind(Block.Kind.ITEM)
          .withMarker(context.marker())
          .withDepth(Math.max(0, inside - 1));
    }
    if (paragraph && context.kind() != Block.Kind.PARAGRAPH) {
      return block.withKind(context.kind()).withLevel(context.level()).withDepth(inside);
    }
    return block.withDepth(block.depth() + inside);
  }
}
