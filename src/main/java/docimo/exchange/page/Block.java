package docimo.exchange.page;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of thought of a page, markup already gone: pages become flat lists of these, whether
 * they were written in Markdown or HTML.
 *
 * @param kind what it is
 * @param level 1 to 6 for a heading, else 0
 * @param depth how many list items it is inside of
 * @param marker "-" or "3." for an item or a heading that began one, the info string for code, else
 *     empty
 * @param text reference text; may hold {@code '\n'} where lines were wrapped
 * @param plain like the text, with inline code never in backticks: for prompts and labels
 * @param lead the bold words that the plain text begins with; empty when there are none
 * @param href where it links to, when it is nothing but a link; null otherwise
 * @param cells the cells of a table row, else empty
 * @param removed what was dropped from it
 * @param line 1-based line in its source
 */
public record Block(
    Kind kind,
    int level,
    int depth,
    String marker,
    String text,
    String plain,
    String lead,
    @Nullable String href,
    List<Cell> cells,
    Set<Removed> removed,
    int line) {

  /** What a block is. */
  public enum Kind {
    HEADING,
    PARAGRAPH,
    ITEM,
    ROW,
    CODE,
    RULER,
    SUMMARY,
    DETAILS_END,
    COMMENT
  }

  /** What is dropped on the way to text. */
  public enum Removed {
    IMAGE,
    LINK,
    HTML
  }

  /** A table cell under its column's header. */
  public record Cell(String header, String text, @Nullable String href) {}

  static Block of(Kind kind, int depth, String text, int line) {
    return new Block(kind, 0, depth, "", text, text, "", null, List.of(), Set.of(), line);
  }

  static Block of(Kind kind, int depth, InlineText.Piece piece, Set<Removed> removed, int line) {
    Set<Removed> copy = removed.isEmpty() ? Set.of() : EnumSet.copyOf(removed);
    return new Block(
        kind,
        0,
        depth,
        "",
        piece.text(),
        piece.plain(),
        piece.lead(),
        piece.href(),
        List.of(),
        copy,
        line);
  }

  static Block row(int depth, String text, List<Cell> cells, int line) {
    return new Block(
        Kind.ROW, 0, depth, "-", text, text, "", null, List.copyOf(cells), Set.of(), line);
  }

  Block withMarker(String newMarker) {
    return new Block(kind, level, depth, newMarker, text, plain, lead, href, cells, removed, line);
  }

  Block withLevel(int newLevel) {
    return new Block(kind, newLevel, depth, marker, text, plain, lead, href, cells, removed, line);
  }

  Block withDepth(int newDepth) {
    return new Block(kind, level, newDepth, marker, text, plain, lead, href, cells, removed, line);
  }

  Block withKind(Kind newKind) {
    return new Block(newKind, level, depth, marker, text, plain, lead, href, cells, removed, line);
  }

  Block withRemoved(Set<Removed> newRemoved) {
    return new Block(kind, level, depth, marker, text, plain, lead, href, cells, newRemoved, line);
  }

  /** The same block with other words in it, none of them bold. */
  Block withText(String newText) {
    return new Block(kind, level, depth, marker, newText, newText, "", null, cells, removed, line);
  }

  /** Whether it is of this kind. */
  public boolean is(Kind other) {
    return kind == other;
  }

  /** Whether it is a line of its own in bold, as authors write who do not use headings. */
  boolean isBoldLine() {
    return !lead.isEmpty() && lead.equals(plain.strip());
  }
}
