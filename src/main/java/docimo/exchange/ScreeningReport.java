package docimo.exchange;

import docimo.grading.Grade;
import docimo.question.Question;
import docimo.screening.Candidate;
import docimo.screening.RecordedGrade;
import docimo.screening.ScreeningOffice;
import docimo.screening.ScreeningResults;
import docimo.screening.ScreeningResults.CandidateResult;
import docimo.screening.ScreeningResults.QuestionResult;
import docimo.screening.WeightedScore;
import docimo.screening.WeightedScore.Status;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report about a screening: scores, ranking, and who said what. Made once, used once. */
final class ScreeningReport {

  private static final int BINS = 10;
  private static final int CHART_WIDTH = 640;
  private static final int CHART_HEIGHT = 200;
  private static final int BAR_WIDTH = 50;

  private final ScreeningOffice office;
  private final ScreeningResults results;
  private final HtmlPage page;

  ScreeningReport(ScreeningOffice office, ScreeningResults results, HtmlPage page) {
    this.office = office;
    this.results = results;
    this.page = page;
  }

  void write() throws IOException {
    String title = results.screening().plan().title();
    page.begin(title + " – screening report");
    page.element("h1", title);
    ReportParts.origin(page, results.screening(), office.audit());
    ReportParts.note(page, "");
    counts();
    histogram();
    ranking();
    heatMaps();
    page.end();
  }

  private void counts() throws IOException {
    Map<Status, Integer> counts = new HashMap<>();
    results.candidates().forEach(c -> counts.merge(c.score().status(), 1, Integer::sum));
    page.raw("<ul class=\"tiles\">\n");
    tile(results.candidates().size(), "candidates");
    tile(counts.getOrDefault(Status.COMPLETE, 0), "complete");
    tile(counts.getOrDefault(Status.NEEDS_REVIEW, 0), "need review");
    tile(counts.getOrDefault(Status.INCOMPLETE, 0), "incomplete");
    page.raw("</ul>\n");
  }

  private void tile(int number, String what) throws IOException {
    page.raw("<li><b>" + number + "</b>").text(what).raw("</li>\n");
  }

  private void histogram() throws IOException {
    int[] bins = new int[BINS];
    int ranked = 0;
    for (CandidateResult candidate : results.candidates()) {
      Double score = candidate.score().value();
      if (candidate.place() != null && score != null) {
        bins[Math.min(BINS - 1, (int) (score * BINS))]++;
        ranked++;
      }
    }
    page.element("h2", "Scores");
    if (ranked == 0) {
      page.element("p", "Nobody has a score that can be compared yet.");
      return;
    }
    int most = 1;
    for (int bin : bins) {
      most = Math.max(most, bin);
    }
    page.raw(
        "<svg role=\"img\" aria-labelledby=\"h-title h-desc\" viewBox=\"0 0 "
            + CHART_WIDTH
            + " "
            + (CHART_HEIGHT + 60)
            + "\" width=\""
            + CHART_WIDTH
            + "\" font-family=\"inherit\" font-size=\"12\">\n<title id=\"h-title\">");
    page.text("Histogram of the scores of " + ranked + " candidates").raw("</title>");
    page.raw("<desc id=\"h-desc\">");
    for (int i = 0; i < BINS; i++) {
      page.text(bounds(i) + ": " + bins[i] + ". ");
    }
    page.raw("</desc>\n");
    for (int i = 0; i < BINS; i++) {
      bar(i, bins[i], most);
    }
    page.raw(
        String.format(
            Locale.ROOT,
            "<path d=\"M20 %d H%d\" stroke=\"#4a5565\"/>"
                + "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"#4a5565\">"
                + "score (candidates in each tenth)</text></svg>\n",
            CHART_HEIGHT + 20,
            CHART_WIDTH,
            CHART_WIDTH / 2 + 10,
            CHART_HEIGHT + 56));
    page.element(
        "p class=\"small\"",
        "Weighted mean of the marks that count. Incomplete candidates are left out: what nobody"
            + " answered is no zero.");
  }

  private void bar(int bin, int count, int most) throws IOException {
    int x = 30 + bin * (BAR_WIDTH + 11);
    int height = (int) Math.round((double) count / most * (CHART_HEIGHT - 10));
    int y = CHART_HEIGHT + 20 - height;
    page.raw(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#35507a\"/>"
                + "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%d</text>"
                + "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"#4a5565\">%s</text>\n",
            x,
            y,
            BAR_WIDTH,
            height,
            x + BAR_WIDTH / 2,
            y - 5,
            count,
            x + BAR_WIDTH / 2,
            CHART_HEIGHT + 36,
            bounds(bin)));
  }

  private static String bounds(int bin) {
    return String.format(Locale.ROOT, "%.1f–%.1f", bin / (double) BINS, (bin + 1) / (double) BINS);
  }

  private void ranking() throws IOException {
    Instant frozen = results.frozenAt();
    page.element("h2", "Candidates");
    page.raw("<table>\n<caption>");
    page.text(
        "“May be” says between which places a candidate is, going by the intervals; equal"
            + " scores are ties. ");
    page.text(
        frozen == null
            ? "Percentiles are not fixed yet."
            : "Percentiles among the candidates of this screening, fixed at "
                + ReportParts.time(frozen)
                + ".");
    page.raw("</caption>\n<thead><tr>");
    page.element("th scope=\"col\" class=\"n\"", "Place");
    page.element("th scope=\"col\" class=\"n\"", "May be");
    page.element("th scope=\"col\"", "Candidate");
    page.element("th scope=\"col\" class=\"n\"", "Score");
    page.element("th scope=\"col\" class=\"n\"", "Interval");
    page.raw("<th scope=\"col\" aria-label=\"interval drawn\"></th>");
    page.element("th scope=\"col\"", "State");
    if (hasBands()) {
      page.element("th scope=\"col\"", "Band");
    }
    if (frozen != null) {
      page.element("th scope=\"col\" class=\"n\"", "Percentile");
    }
    page.raw("</tr></thead>\n<tbody>\n");
    Map<Integer, Integer> atRank = new HashMap<>();
    for (CandidateResult candidate : results.candidates()) {
      if (candidate.place() != null) {
        atRank.merge(candidate.place().rank(), 1, Integer::sum);
      }
    }
    for (CandidateResult candidate : results.candidates()) {
      var place = candidate.place();
      row(candidate, place != null && atRank.getOrDefault(place.rank(), 0) > 1, frozen != null);
    }
    page.raw("</tbody>\n</table>\n");
  }

  private boolean hasBands() {
    return !results.screening().plan().bands().isEmpty();
  }

  private void row(CandidateResult candidate, boolean tied, boolean frozen) throws IOException {
    WeightedScore score = candidate.score();
    page.raw("<tr>");
    page.element("td class=\"n\"", ReportParts.place(candidate.place(), tied));
    page.element("td class=\"n\"", ReportParts.range(candidate.place()));
    page.raw("<th scope=\"row\">");
    name(candidate.candidate());
    page.raw("</th>");
    page.element("td class=\"n\"", ReportParts.mark(score.value()));
    page.element(
        "td class=\"n\"",
        score.value() == null ? "–" : ReportParts.interval(score.low(), score.high()));
    page.raw("<td>");
    ReportParts.bar(page, score.value(), score.low(), score.high());
    page.raw("</td>");
    page.element("td", ReportParts.status(score));
    if (hasBands()) {
      page.element("td", candidate.band() == null ? "–" : candidate.band());
    }
    if (frozen) {
      page.element("td class=\"n\"", ReportParts.percentile(candidate.percentile()));
    }
    page.raw("</tr>\n");
  }

  private void name(Candidate candidate) throws IOException {
    page.name(candidate.ref());
    String label = candidate.label();
    if (label != null) {
      page.raw(" <span class=\"small\">").name(label).raw("</span>");
    }
  }

  private void heatMaps() throws IOException {
    Map<String, HeatMap> maps = new LinkedHashMap<>();
    for (CandidateResult candidate : results.candidates()) {
      for (QuestionResult question : candidate.questions()) {
        HeatMap map = maps.computeIfAbsent(question.questionId(), id -> new HeatMap());
        RecordedGrade recorded = question.counting() == null ? null : question.counting().grade();
        if (recorded != null) {
          map.add(
              candidate.candidate().ref(),
              office.submissions().grade(recorded.id()).map(Grade::keyPoints).orElse(List.of()));
        }
      }
    }
    page.element("h2", "Who said what");
    page.element(
        "p class=\"small\"",
        "Key points of each question, as the machine found them in the answer that counts. A mark"
            + " that a person gave may rest on more than this.");
    ReportParts.key(page);
    for (Map.Entry<String, HeatMap> map : maps.entrySet()) {
      page.element(
          "h3", office.questions().find(map.getKey()).map(Question::prompt).orElse(map.getKey()));
      map.getValue().write(page);
    }
  }
}
