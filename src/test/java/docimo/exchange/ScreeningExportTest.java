package docimo.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.grading.Grade.KeyPointResult;
import docimo.grading.Verdict;
import docimo.screening.Candidate;
import docimo.screening.EffectiveMark;
import docimo.screening.Ranking.Place;
import docimo.screening.Screening;
import docimo.screening.ScreeningPlan;
import docimo.screening.ScreeningResults;
import docimo.screening.ScreeningResults.CandidateResult;
import docimo.screening.ScreeningResults.QuestionResult;
import docimo.screening.ScreeningState;
import docimo.screening.Staleness;
import docimo.screening.WeightedQuestion;
import docimo.screening.WeightedScore;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScreeningExportTest {

  private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+cmd", "-x", "@SUM(A1)", "\uFF1D1"})
  void noNameIsAFormulaInCsv(String ref) throws IOException {
    StringWriter out = new StringWriter();
    ScreeningResults results = results(ref, ref);

    StandingRows.csv(results, results.candidates(), out);

    assertThat(out.toString().lines().toList().get(1)).startsWith("s1,'" + ref + ",'" + ref + ",");
  }

  @Test
  void rowsSayPlaceTieIntervalAndWhoMarked() throws IOException {
    StringWriter csv = new StringWriter();
    StringWriter json = new StringWriter();
    ScreeningResults results = results("c-1", null);

    StandingRows.csv(results, results.candidates(), csv);
    StandingRows.jsonLines(results, results.candidates(), json);

    List<String> lines = csv.toString().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).startsWith("screening_id,candidate_ref,label,rank,rank_best");
    assertThat(lines.get(0).split(",")).hasSameSizeAs(lines.get(1).split(",", -1));
    assertThat(lines.get(1))
        .contains(",2,1,4,3,0.5,0.4,0.6,needs_review,,62.5,2026-11-24T10:00:00Z,q1,2.0,1,")
        .contains("0.5,0.4,0.6,machine,true,")
        .contains(",question scorer,");
    assertThat(Json.read(json.toString()).get("stale").toString())
        .isEqualTo("[\"question\",\"scorer\"]");
  }

  @Test
  void nobodyHasAHeaderOnly() throws IOException {
    StringWriter out = new StringWriter();
    StandingRows.csv(results("c-1", null), List.of(), out);

    assertThat(out.toString().lines()).hasSize(1);
  }

  @Test
  void pageShowsTextAsText() throws IOException {
    StringWriter out = new StringWriter();
    HtmlPage page = new HtmlPage(out);
    page.begin("</title><script>");
    page.element("p class=\"x\"", "a & <b onclick='x'> \"q\" \u0007 \uD800");
    page.name("\u202Eevil").end();

    assertThat(out.toString())
        .contains("<title>&lt;/title&gt;&lt;script&gt;</title>")
        .contains(
            "<p class=\"x\">a &amp; &lt;b onclick=&#39;x&#39;&gt; &quot;q&quot; \uFFFD"
                + " \uFFFD</p>")
        .contains("<bdi>\u202Eevil</bdi>")
        .contains("default-src 'none'")
        .doesNotContain("<script", "<link", "src=");
  }

  @Test
  void heatMapSaysInWordsWhoSaidWhatAndCountsThoseItDoesNotShow() throws IOException {
    HeatMap map = new HeatMap();
    for (int i = 0; i < HeatMap.ROWS + 5; i++) {
      map.add("c-" + i, List.of(point("a <b>", i == 0 ? Verdict.CONTRADICTED : Verdict.COVERED)));
    }
    StringWriter out = new StringWriter();
    map.write(new HtmlPage(out));

    assertThat(out.toString())
        .contains("<li>a &lt;b&gt;</li>", "The first 60 of 65 candidates")
        .contains("<td class=\"v contradicted\">opposite</td>", "<td class=\"v covered\">yes</td>")
        .contains("<td>64 of 65</td>", "<td>1 of 65</td>")
        .doesNotContain("c-60");
  }

  @Test
  void alternativeThatWasNotNeededIsNotShownAsMissing() throws IOException {
    HeatMap map = new HeatMap();
    KeyPointResult spare = point("a", Verdict.MISSING);
    map.add(
        "c",
        List.of(
            new KeyPointResult(
                "p1", spare.label(), 1, "g", Verdict.MISSING, false, 0, List.of(), null, 0)));
    StringWriter out = new StringWriter();
    map.write(new HtmlPage(out));

    assertThat(out.toString()).contains("<td class=\"v none\">not needed</td>");
  }

  private static KeyPointResult point(String label, Verdict verdict) {
    return new KeyPointResult("p1", label, 1, null, verdict, true, 0, List.of(), null, 0);
  }

  private static ScreeningResults results(String ref, @Nullable String label) {
    Screening screening =
        new Screening(
            "s1",
            1,
            ScreeningPlan.of("Java", List.of(new WeightedQuestion("q1", 2))),
            ScreeningState.OPEN,
            AT,
            1);
    WeightedScore score = new WeightedScore(.5, .4, .6, 1, WeightedScore.Status.NEEDS_REVIEW);
    return new ScreeningResults(
        screening,
        List.of(
            new CandidateResult(
                new Candidate("id", ref, label, AT, null),
                score,
                new Place(2, 1, 4, 3),
                null,
                62.5,
                List.of(
                    new QuestionResult(
                        "q1",
                        2,
                        1,
                        null,
                        new EffectiveMark(.5, .4, .6, EffectiveMark.Source.MACHINE, true),
                        Set.of(Staleness.SCORER, Staleness.QUESTION))))),
        AT);
  }
}
