package docimo.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a reference answer as its author laid them out: list items and paragraphs. */
final class ReferenceOutline {

  /**
   * A list item or a paragraph.
   *
   * @param text what it says, without the list marker
   * @param item whether it is a list item
   * @param numbered whether it is an item of a numbered or lettered list
   * @param level how deep a list item is nested, 0 at the top; 0 for a paragraph
   * @param list counts the lists of the reference: items of one list have the same number; for a
   *     paragraph, the number of the list before it
   */
  record Block(String text, boolean item, boolean numbered, int level, int list) {

    /** Whether it only leads to what follows: "There are three kinds:". */
    boolean introduces() {
      return text.endsWith(":") || text.endsWith(":-");
    }
  }

  private static final Pattern ITEM =
      Pattern.compile("(\\s*)([-*+•◦▪‣·]|\\(?\\d{1,2}[.)]|[a-z]\\))\\s+(\\S.*)");
  private static final int INDENT = 2;

  private ReferenceOutline() {}

  /** The blocks of a reference in order; code between fences is in none. */
  static List<Block> of(String reference) {
    List<Block> blocks = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    boolean code = false;
    int list = 0;
    for (String line : reference.replace("\r\n", "\n").split("\n")) {
      Matcher item = ITEM.matcher(line);
      boolean isItem = !code && item.matches();
      boolean fence = line.strip().startsWith("```");
      if (isItem || fence || line.isBlank()) {
        list = flush(paragraph, blocks, list);
      }
      if (fence) {
        code = !code;
      } else if (isItem) {
        int level = item.group(1).length() / INDENT;
        boolean numbered = item.group(2).length() > 1;
        blocks.add(new Block(item.group(3).strip(), true, numbered, level, list));
      } else if (!code && !line.isBlank()) {
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
      }
    }
    flush(paragraph, blocks, list);
    return blocks;
  }

  /** Ends a paragraph. One that introduces what follows begins a new list. */
  private static int flush(StringBuilder paragraph, List<Block> blocks, int list) {
    if (paragraph.isEmpty()) {
      return list;
    }
    Block block = new Block(paragraph.toString(), false, false, 0, list);
    blocks.add(block);
    paragraph.setLength(0);
    return block.introduces() ? list + 1 : list;
  }
}
