package docimo.exchange;

import docimo.grading.Grade.KeyPointResult;
import docimo.grading.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which candidates said which key points of a question. Counts all of them and keeps the rows of
 * the first ones. Points are told apart by their words, so that revisions of a question with the
 * same point share its column.
 */
final class HeatMap {

  /** How many candidates have a row. */
  static final int ROWS = 60;

  private static final String NOT_NEEDED = "not needed";

  private record Row(String candidate, Map<String, KeyPointResult> byLabel) {}

  private final Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private int answers;

  void add(String candidate, List<KeyPointResult> points) {
    if (points.isEmpty()) {
      return;
    }
    answers++;
    Map<String, KeyPointResult> byLabel = new HashMap<>();
    for (KeyPointResult point : points) {
      byLabel.put(point.label(), point);
      counts
          .computeIfAbsent(point.label(), l -> new HashMap<>())
          .merge(word(point), 1, Integer::sum);
    }
    if (rows.size() < ROWS) {
      rows.add(new Row(candidate, byLabel));
    }
  }

  void write(HtmlPage page) throws IOException {
    if (answers == 0) {
      page.element("p", "There is no answer with key points whose text is still kept.");
      return;
    }
    page.raw("<ol class=\"small\">\n");
    for (String label : counts.keySet()) {
      page.element("li", label);
    }
    page.raw("</ol>\n<table class=\"heat\">\n<caption>");
    page.text(
        rows.size() < answers
            ? "The first "
                + rows.size()
                + " of "
                + answers
                + " candidates with an answer; the"
                + " last rows count all of them."
            : "All " + answers + " candidates with an answer.");
    page.text(" P1 is the first point of the list, and so on.")
        .raw("</caption>\n<thead><tr><th scope=\"col\">Candidate</th>");
    for (int i = 1; i <= counts.size(); i++) {
      page.element("th scope=\"col\"", "P" + i);
    }
    page.raw("</tr></thead>\n<tbody>\n");
    for (Row row : rows) {
      page.raw("<tr><th scope=\"row\">").name(row.candidate()).raw("</th>");
      for (String label : counts.keySet()) {
        cell(page, row.byLabel().get(label));
      }
      page.raw("</tr>\n");
    }
    page.raw("</tbody>\n<tfoot>\n");
    for (Verdict verdict : Verdict.values()) {
      total(page, ReportParts.shortly(verdict));
    }
    total(page, NOT_NEEDED);
    page.raw("</tfoot>\n</table>\n");
  }

  /** How many candidates have this in their cells; no row where nobody has. */
  private void total(HtmlPage page, String word) throws IOException {
    if (counts.values().stream().noneMatch(count -> count.containsKey(word))) {
      return;
    }
    page.raw("<tr>").element("th scope=\"row\"", word);
    for (Map<String, Integer> count : counts.values()) {
      page.element("td", count.getOrDefault(word, 0) + " of " + answers);
    }
    page.raw("</tr>\n");
  }

  private static void cell(HtmlPage page, @Nullable KeyPointResult point) throws IOException {
    if (point == null) {
      page.element("td class=\"v none\"", "–");
    } else {
      page.element("td class=\"v " + kind(point) + "\"", word(point));
    }
  }

  /** The class of a cell. */
  static String kind(KeyPointResult point) {
    return isNeeded(point) ? ReportParts.words(point.verdict()) : "none";
  }

  /** The text of a cell. */
  static String word(KeyPointResult point) {
    return isNeeded(point) ? ReportParts.shortly(point.verdict()) : NOT_NEEDED;
  }

  /** Whether it is more than an alternative that the answer could leave out. */
  private static boolean isNeeded(KeyPointResult point) {
    return point.verdict() != Verdict.MISSING || point.counted();
  }
}
