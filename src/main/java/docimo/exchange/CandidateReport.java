package docimo.exchange;

import docimo.grading.Grade;
import docimo.grading.Grade.KeyPointResult;
import docimo.question.Question;
import docimo.screening.EffectiveMark;
import docimo.screening.HumanMark;
import docimo.screening.Ranking.Place;
import docimo.screening.RecordedGrade;
import docimo.screening.ScreeningOffice;
import docimo.screening.ScreeningResults;
import docimo.screening.ScreeningResults.CandidateResult;
import docimo.screening.ScreeningResults.QuestionResult;
import docimo.screening.Standing;
import docimo.screening.Submission;
import docimo.screening.WeightedScore;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report about one candidate, for those who decide. Made once, used once. */
final class CandidateReport {

  private final ScreeningOffice office;
  private final ScreeningResults results;
  private final CandidateResult candidate;
  private final HtmlPage page;

  CandidateReport(
      ScreeningOffice office, ScreeningResults results, CandidateResult candidate, HtmlPage page) {
    this.office = office;
    this.results = results;
    this.candidate = candidate;
    this.page = page;
  }

  void write() throws IOException {
    String title = results.screening().plan().title();
    page.begin(candidate.candidate().ref() + " – " + title);
    page.raw("<h1>").name(candidate.candidate().ref());
    String label = candidate.candidate().label();
    if (label != null) {
      page.raw(" <span class=\"small\">").name(label).raw("</span>");
    }
    page.raw("</h1>\n").element("p", title);
    ReportParts.origin(page, results.screening(), office.audit());
    ReportParts.note(
        page,
        "This page is for those who decide: it names what the reference answers say. Do not hand"
            + " it to the candidate.");
    standing();
    ReportParts.key(page);
    int number = 1;
    for (QuestionResult question : candidate.questions()) {
      question(number++, question);
    }
    page.end();
  }

  private void standing() throws IOException {
    WeightedScore score = candidate.score();
    Place place = candidate.place();
    page.raw("<table class=\"facts\">\n<tbody>\n");
    row("Score", ReportParts.mark(score.value()) + " (weighted mean over the questions, of 1)");
    row("Interval", ReportParts.interval(score.low(), score.high()));
    row("State", ReportParts.status(score));
    if (place == null) {
      row("Place", "none: a question has no mark");
    } else {
      row(
          "Place",
          place.rank()
              + "; going by the intervals "
              + ReportParts.range(place)
              + (place.overlapping() == 0
                  ? "; nobody's interval overlaps"
                  : "; the intervals of " + place.overlapping() + " others overlap"));
    }
    if (candidate.band() != null) {
      row("Review band", candidate.band());
    }
    Instant frozen = results.frozenAt();
    Double percentile = candidate.percentile();
    row(
        "Percentile",
        frozen == null || percentile == null
            ? "not fixed"
            : ReportParts.percentile(percentile)
                + " among the candidates of this screening, fixed at "
                + ReportParts.time(frozen));
    page.raw("</tbody>\n</table>\n");
  }

  private void row(String name, String value) throws IOException {
    page.raw("<tr>");
    page.element("th scope=\"row\"", name).element("td", value);
    page.raw("</tr>\n");
  }

  private void question(int number, QuestionResult result) throws IOException {
    Standing counting = result.counting();
    RecordedGrade recorded = counting == null ? null : counting.grade();
    Optional<Question> question =
        recorded == null
            ? office.questions().find(result.questionId())
            : office
                .questions()
                .find(result.questionId(), recorded.versions().question())
                .map(revision -> revision.question());
    page.element("h2", number + ". " + question.map(Question::prompt).orElse(result.questionId()));
    EffectiveMark mark = result.mark();
    page.raw("<table class=\"facts\">\n<tbody>\n");
    row(
        "Mark that counts",
        mark.value() == null
            ? "none"
            : ReportParts.mark(mark.value()) + ", given by " + ReportParts.source(mark));
    if (recorded != null) {
      row("Machine", machine(recorded));
    }
    row("Weight", String.valueOf(result.weight()));
    row("Answers sent in", String.valueOf(result.attempts()));
    if (mark.needsReview()) {
      row("Review", "a person should look before this counts");
    }
    if (!result.stale().isEmpty()) {
      row(
          "Stale",
          "changed since it was marked: "
              + result.stale().stream()
                  .sorted()
                  .map(ReportParts::words)
                  .collect(Collectors.joining(", ")));
    }
    page.raw("</tbody>\n</table>\n");
    ReportParts.bar(page, mark.value(), mark.low(), mark.high());
    if (counting == null) {
      page.element("p", "There is no answer.");
      return;
    }
    answer(counting, recorded);
  }

  private static String machine(RecordedGrade recorded) {
    Double score = recorded.score();
    return score == null
        ? "no mark (" + ReportParts.words(recorded.status()) + ")"
        : ReportParts.mark(score)
            + ", a fair examiner is expected to give "
            + ReportParts.interval(recorded.low(), recorded.high());
  }

  private void answer(Standing counting, @Nullable RecordedGrade recorded) throws IOException {
    for (HumanMark human : office.submissions().marks(counting.submissionId())) {
      page.raw("<p>");
      page.text(
          ReportParts.words(human.kind())
              + " by "
              + human.actor()
              + " at "
              + ReportParts.time(human.at())
              + ": "
              + ReportParts.mark(human.mark()));
      if (human.blindMark() != null) {
        page.text(" (before seeing the machine's: " + ReportParts.mark(human.blindMark()) + ")");
      }
      page.text(human.reason() == null ? "" : ". " + human.reason()).raw("</p>\n");
    }
    Submission.Content content = office.submissions().get(counting.submissionId()).content();
    page.element("h3", "Answer");
    if (content == null) {
      page.element("p", "The text was removed.");
    } else {
      page.element("div class=\"answer\"", content.text().isBlank() ? "(empty)" : content.text());
    }
    Optional<Grade> grade =
        recorded == null ? Optional.empty() : office.submissions().grade(recorded.id());
    if (grade.isPresent()) {
      explain(grade.get());
    }
  }

  private void explain(Grade grade) throws IOException {
    Grade.ReasonGiven reason = grade.reason();
    if (reason != null) {
      page.element("p", "No mark by machine: " + reason.message());
    }
    for (Grade.Flag flag : grade.flags()) {
      page.element("p", "Flag: " + flag.message());
    }
    for (Grade.ReviewReasonGiven why : grade.review().reasons()) {
      page.element("p", "Review: " + why.message());
    }
    if (grade.keyPoints().isEmpty()) {
      return;
    }
    page.element("h3", "Key points");
    page.raw(
        "<table>\n<thead><tr><th scope=\"col\">Said</th><th scope=\"col\">Point</th>"
            + "<th scope=\"col\">In the words of the answer</th></tr></thead>\n<tbody>\n");
    for (KeyPointResult point : grade.keyPoints()) {
      page.raw("<tr>");
      page.element("td class=\"" + HeatMap.kind(point) + "\"", HeatMap.word(point));
      page.element("td", point.label());
      page.element(
          "td",
          point.evidence().stream().map(Grade.Evidence::quote).collect(Collectors.joining(" … ")));
      page.raw("</tr>\n");
    }
    page.raw("</tbody>\n</table>\n");
  }
}
