package docimo.exchange.page;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads Markdown, with the HTML that people put into it, into {@link Block}s. One page each. */
public final class MarkdownBlocks {

  private static final int MAX_NESTING = 60;
  private static final Pattern NUMBER = Pattern.compile("\\s*(\\d{1,9})[.)]");
  private static final Pattern CODE_SIGN = Pattern.compile("[{};=<>\\[\\]]|\\w\\(|^\\s*[$#/]");
  private static final Pattern PROSE = Pattern.compile("\\s*[\\p{Lu}*\\-\\d].*", Pattern.DOTALL);
  private static final int LONG_HEADING = 200;

  private static final List<Extension> EXTENSIONS =
      List.of(
          TablesExtension.create(),
          StrikethroughExtension.builder().requireTwoTildes(true).build());
  private static final Parser WITH_HTML = parser().build();
  private static final Parser WITHOUT_HTML =
      parser()
          .enabledBlockTypes(
              Set.of(
                  Heading.class,
                  FencedCodeBlock.class,
                  IndentedCodeBlock.class,
                  ListBlock.class,
                  ThematicBreak.class,
                  BlockQuote.class))
          .build();
  private static final Parser ONE_LINE = parser().enabledBlockTypes(Set.of()).build();

  private final List<Block> out = new ArrayList<>();
  private final Parser parser;
  private final SourceLines source;
  private final String[] lines;
  private final HtmlBlocks html;

  private MarkdownBlocks(SourceLines source, Parser parser) {
    this.source = source;
    this.parser = parser;
    this.lines = source.text().split("\n", -1);
    this.html = new HtmlBlocks(out, MarkdownBlocks::words);
  }

  /** The blocks of a text that has {@code '\n'} line ends and no NUL. */
  public static List<Block> of(String text) {
    return read(text, 1, WITH_HTML);
  }

  /** The blocks of lines that were set right already. */
  public static List<Block> of(SourceLines source) {
    return read(source, WITH_HTML);
  }

  /** What reducing these texts drops. */
  public static Set<Block.Removed> removedFrom(List<String> texts) {
    Set<Block.Removed> removed = EnumSet.noneOf(Block.Removed.class);
    for (String text : texts) {
      of(ReferenceText.clean(text)).forEach(block -> removed.addAll(block.removed()));
    }
    return removed;
  }

  private static List<Block> words(String text, int line, boolean oneLine) {
    return read(text, line, oneLine ? ONE_LINE : WITHOUT_HTML);
  }

  private static List<Block> read(String text, int firstLine, Parser parser) {
    return read(SourceLines.of(text, firstLine), parser);
  }

  private static List<Block> read(SourceLines source, Parser parser) {
    MarkdownBlocks blocks = new MarkdownBlocks(source, parser);
    blocks.children(parser.parse(source.text()), 0);
    return blocks.out;
  }

  private static Parser.Builder parser() {
    return Parser.builder()
        .extensions(EXTENSIONS)
        .includeSourceSpans(IncludeSourceSpans.BLOCKS)
        .maxOpenBlockParsers(MAX_NESTING)
        .maxInlineNesting(MAX_NESTING);
  }

  private void children(Node parent, int depth) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      append(node, depth);
    }
  }

  private void append(Node node, int depth) {
    if (node instanceof Heading heading) {
      appendHeading(heading, depth);
    } else if (node instanceof Paragraph) {
      appendParagraph(node, depth);
    } else if (node instanceof ListBlock) {
      appendList(node, depth);
    } else if (node instanceof FencedCodeBlock code) {
      appendCode(code.getLiteral(), code.getInfo(), depth, line(node));
    } else if (node instanceof IndentedCodeBlock code) {
      appendIndented(code.getLiteral(), depth, line(node));
    } else if (node instanceof HtmlBlock block) {
      html.read(block.getLiteral(), depth, line(node));
    } else if (node instanceof TableBlock) {
      appendTable(node, depth);
    } else if (node instanceof ThematicBreak) {
      out.add(Block.of(Block.Kind.RULER, depth, "", line(node)));
    } else {
      children(node, depth);
    }
  }

  /** A ruler right below a long paragraph was not meant to make a heading of it. */
  private void appendHeading(Heading heading, int depth) {
    int first = out.size();
    appendParagraph(heading, depth);
    boolean underlined = heading.getSourceSpans().size() > 1;
    for (int at = first; at < out.size(); at++) {
      Block block = out.get(at);
      boolean prose =
          underlined && (block.plain().length() > LONG_HEADING || block.plain().endsWith("."));
      if (!prose) {
        out.set(at, block.withKind(Block.Kind.HEADING).withLevel(heading.getLevel()));
      }
    }
    if (first == out.size() && !underlined) {
      Block empty = Block.of(Block.Kind.HEADING, depth, "", line(heading));
      out.add(empty.withLevel(heading.getLevel()));
    }
  }

  private void appendParagraph(Node node, int depth) {
    InlineText text = InlineText.of(node);
    if (parser.equals(WITH_HTML) && hasBlockTag(node)) {
      html.read(sourceOf(node), depth, line(node));
      return;
    }
    List<InlineText.Piece> pieces = text.pieces();
    if (text.isFragile() && !readsAs(pieces, InlineText.Protect.NONE)) {
      pieces = protectedText(node, pieces);
    }
    for (InlineText.Piece piece : pieces) {
      out.add(Block.of(Block.Kind.PARAGRAPH, depth, piece, text.removed(), line(node)));
    }
    if (pieces.isEmpty() && !text.removed().isEmpty() && !out.isEmpty()) {
      noteRemoved(text.removed());
    }
  }

  private void noteRemoved(Set<Block.Removed> removed) {
    Block last = out.get(out.size() - 1);
    Set<Block.Removed> all = EnumSet.copyOf(removed);
    all.addAll(last.removed());
    out.set(out.size() - 1, last.withRemoved(all));
  }

  /** Inline code gets back the backticks that it takes for the text to stay as it is. */
  private static List<InlineText.Piece> protectedText(Node node, List<InlineText.Piece> pieces) {
    List<InlineText.Piece> tagsOnly = InlineText.of(node, InlineText.Protect.TAGS).pieces();
    List<InlineText.Piece> safe =
        readsAs(tagsOnly, InlineText.Protect.TAGS)
            ? tagsOnly
            : InlineText.of(node, InlineText.Protect.ALL).pieces();
    return withProtectedText(pieces, safe);
  }

  /** Whether the text is read as nothing but itself. */
  private static boolean readsAs(List<InlineText.Piece> pieces, InlineText.Protect protect) {
    for (InlineText.Piece piece : pieces) {
      Node first = WITH_HTML.parse(piece.text()).getFirstChild();
      if (!(first instanceof Paragraph)
          || first.getNext() != null
          || !InlineText.of(first, protect).raw().equals(piece.text())) {
        return false;
      }
    }
    return true;
  }

  private static List<InlineText.Piece> withProtectedText(
      List<InlineText.Piece> plain, List<InlineText.Piece> safe) {
    if (plain.size() != safe.size()) {
      return safe;
    }
    List<InlineText.Piece> both = new ArrayList<>();
    for (int at = 0; at < plain.size(); at++) {
      InlineText.Piece piece = plain.get(at);
      both.add(new InlineText.Piece(safe.get(at).text(), piece.text(), piece.lead(), piece.href()));
    }
    return both;
  }

  private static boolean hasBlockTag(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof org.commonmark.node.HtmlInline inline) {
        HtmlTag tag = HtmlTag.at(inline.getLiteral(), 0);
        if (tag != null && tag.isBlock() && !tag.name().equals("br")) {
          return true;
        }
      }
    }
    return false;
  }

  private String sourceOf(Node node) {
    StringBuilder text = new StringBuilder();
    node.getSourceSpans()
        .forEach(
            span -> {
              String line = lines[span.getLineIndex()];
              int from = Math.min(span.getColumnIndex(), line.length());
              text.append(line, from, Math.min(line.length(), from + span.getLength()))
                  .append('\n');
            });
    return text.toString();
  }

  private void appendList(Node list, int depth) {
    int number = 1;
    boolean sameNumber = list instanceof OrderedList && sameNumbers(list);
    for (Node item = list.getFirstChild(); item != null; item = item.getNext(), number++) {
      String marker = list instanceof OrderedList ? numberOf(item, number, sameNumber) + "." : "-";
      appendItem(item, marker, depth);
    }
  }

  /** An author who writes 1. before every item leaves the counting to the reader. */
  private boolean sameNumbers(Node list) {
    Node second = list.getFirstChild() == null ? null : list.getFirstChild().getNext();
    return second != null && numberOf(list.getFirstChild(), 1, false) == numberOf(second, 2, false);
  }

  private int numberOf(Node item, int counted, boolean count) {
    if (!count && item instanceof ListItem && !item.getSourceSpans().isEmpty()) {
      Matcher matcher = NUMBER.matcher(sourceOf(item));
      if (matcher.lookingAt()) {
        return Integer.parseInt(matcher.group(1));
      }
    }
    return counted;
  }

  private void appendItem(Node item, String marker, int depth) {
    int first = out.size();
    children(item, depth + 1);
    if (first == out.size()) {
      return;
    }
    Block head = out.get(first);
    if (head.is(Block.Kind.PARAGRAPH)) {
      out.set(first, head.withKind(Block.Kind.ITEM).withMarker(marker).withDepth(depth));
    } else if (head.is(Block.Kind.HEADING)) {
      out.set(first, head.withMarker(marker));
    }
  }

  private void appendCode(String literal, String info, int depth, int line) {
    String code = literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
    out.add(Block.of(Block.Kind.CODE, depth, code, line).withMarker(info.strip()));
  }

  /** Indentation makes code, but people indent prose as well. */
  private void appendIndented(String literal, int depth, int line) {
    boolean prose =
        literal.lines().allMatch(l -> l.isBlank() || !CODE_SIGN.matcher(l).find())
            && PROSE.matcher(literal).matches()
            && literal.strip().split("\\s+", -1).length > 4;
    if (!prose) {
      appendCode(literal, "", depth, line);
      return;
    }
    for (Block block : read(literal.stripIndent(), line, parser)) {
      out.add(block.withDepth(block.depth() + depth));
    }
  }

  private void appendTable(Node table, int depth) {
    List<String> headers = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (part instanceof TableHead) {
          TableRows.cells((TableRow) row, List.of()).forEach(cell -> headers.add(cell.text()));
        } else {
          List<Block.Cell> cells = TableRows.cells((TableRow) row, headers);
          out.add(Block.row(depth, TableRows.text(cells), cells, line(row)));
        }
      }
    }
  }

  private int line(Node node) {
    return node.getSourceSpans().isEmpty()
        ? source.lineOf(0)
        : source.lineOf(node.getSourceSpans().get(0).getLineIndex());
  }
}
