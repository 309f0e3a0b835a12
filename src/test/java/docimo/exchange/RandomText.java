package docimo.exchange;

import docimo.exchange.page.ReferenceText;
import java.util.List;
import java.util.Random;

/** Texts with everything in them that Markdown, HTML, CSV or JSON could stumble over. */
public final class RandomText {

  private static final List<String> PIECES =
      List.of(
          "word",
          "Two words",
          "1986. A great year",
          "__init__",
          "**kwargs",
          "*args",
          "_x_",
          "*a*",
          "**b**",
          "a*b*c",
          "`code`",
          "``",
          "```",
          "~~~",
          "~~x~~",
          "<b>",
          "</b>",
          "<div>",
          "List<String>",
          "x < y",
          "&lt;",
          "&amp;amp;",
          "&",
          "#",
          "## Head",
          "- item",
          "* item",
          "+ item",
          "  - nested",
          "    deep",
          "1) one",
          "10. ten",
          "> quote",
          "| a | b |",
          "|---|---|",
          "---",
          "===",
          "[l](u)",
          "![i](u)",
          "[x]",
          "[x]: y",
          "\\",
          "\\*",
          "!",
          "?",
          ".",
          ":",
          ";",
          "|",
          "\"q\"",
          "'",
          "é",
          "İ",
          "ı",
          "𝗪",
          "日本",
          "x²",
          "\t",
          "  ",
          "\n",
          "\n\n",
          "\n",
          " ",
          " ",
          "<!-- c -->",
          "<!--",
          "-->",
          "<br>",
          "<details>",
          "<summary>",
          "</summary>",
          "</details>",
          "<ul>",
          "<li>",
          "</ul>",
          "<table>",
          "<tr>",
          "<td>",
          "<pre>",
          "<code>",
          "</code>",
          "Answer:",
          "Q1: ",
          "Key points",
          "(weight 2)",
          "f(x) = 1",
          "What is it?",
          "<a href=\"x\">",
          "</a>",
          "<sup>2</sup>",
          "\u00A0",
          "\u2028",
          "$a_i$",
          "%",
          ",");

  private final Random random;

  /** Texts of this seed. */
  public RandomText(long seed) {
    random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Up to so many pieces, any of them. */
  public String text(int most) {
    StringBuilder text = new StringBuilder();
    int pieces = 1 + random.nextInt(most);
    for (int at = 0; at < pieces; at++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      text.append(random.nextInt(3) == 0 ? " " : "");
    }
    return text.toString();
  }

  /** A line that is not blank, with single spaces. */
  String line(int most) {
    String line = ReferenceText.oneLine(text(most));
    return line.isBlank() ? "line" : line;
  }
}
