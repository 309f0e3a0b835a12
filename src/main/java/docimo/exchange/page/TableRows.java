package docimo.exchange.page;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/** Reads the rows of tables. Stateless. */
final class TableRows {

  private TableRows() {}

  static List<Block.Cell> cells(TableRow row, List<String> headers) {
    List<Block.Cell> cells = new ArrayList<>();
    for (Node node = row.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof TableCell) {
        InlineText text = InlineText.of(node);
        String href = text.pieces().stream().findFirst().map(InlineText.Piece::href).orElse(null);
        String header = cells.size() < headers.size() ? headers.get(cells.size()) : "";
        String words = text.raw().replace(InlineText.BREAK, ' ').strip();
        cells.add(new Block.Cell(header, words, href));
      }
    }
    return cells;
  }

  /** A row as an item: "header: cell; header: cell". */
  static String text(List<Block.Cell> cells) {
    StringBuilder text = new StringBuilder();
    for (Block.Cell cell : cells) {
      if (!cell.text().isBlank()) {
        text.append(text.isEmpty() ? "" : "; ");
        text.append(cell.header().isBlank() ? "" : cell.header() + ": ").append(cell.text());
      }
    }
    return text.toString();
  }
}
