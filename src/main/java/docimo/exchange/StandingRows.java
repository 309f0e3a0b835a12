package docimo.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import docimo.grading.Grade;
import docimo.screening.EffectiveMark;
import docimo.screening.HumanMark;
import docimo.screening.RecordedGrade;
import docimo.screening.ScreeningResults;
import docimo.screening.ScreeningResults.CandidateResult;
import docimo.screening.ScreeningResults.QuestionResult;
import docimo.screening.Staleness;
import docimo.screening.Standing;
import docimo.screening.WeightedScore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Results as rows, one for each candidate and question. Stateless. */
final class StandingRows {

  /**
   * A row. The names of its components are those of columns and fields.
   *
   * @param rank place of the candidate; null when the score is incomplete
   * @param rankBest the best place that the intervals allow
   * @param rankWorst the worst place that they allow
   * @param overlapping how many other candidates have an interval that overlaps
   * @param mark the mark that counts
   * @param markedBy who gave it: human, machine or none
   * @param decidedBy the person; null when it was the machine
   */
  private record Row(
      String screeningId,
      String candidateRef,
      @Nullable String label,
      @Nullable Integer rank,
      @Nullable Integer rankBest,
      @Nullable Integer rankWorst,
      @Nullable Integer overlapping,
      @Nullable Double score,
      @Nullable Double scoreLow,
      @Nullable Double scoreHigh,
      WeightedScore.Status scoreStatus,
      @Nullable String band,
      @Nullable Double percentile,
      @Nullable Instant percentileAt,
      String questionId,
      double weight,
      int attempts,
      @Nullable Double mark,
      @Nullable Double markLow,
      @Nullable Double markHigh,
      EffectiveMark.Source markedBy,
      boolean needsReview,
      @Nullable Double machineMark,
      @Nullable Double machineLow,
      @Nullable Double machineHigh,
      Grade.@Nullable Status machineStatus,
      List<Staleness> stale,
      @Nullable String decidedBy,
      HumanMark.@Nullable Kind decidedOn,
      @Nullable Instant decidedAt,
      @Nullable String submissionId,
      @Nullable String gradeId) {}

  private StandingRows() {}

  static void jsonLines(ScreeningResults results, List<CandidateResult> candidates, Writer out)
      throws IOException {
    for (CandidateResult candidate : candidates) {
      for (QuestionResult question : candidate.questions()) {
        out.write(Json.write(row(results, candidate, question)) + "\n");
      }
    }
  }

  static void csv(ScreeningResults results, List<CandidateResult> candidates, Writer out)
      throws IOException {
    CsvWriter csv = CsvWriter.builder().bufferSize(0).build(out);
    try {
      csv.writeRecord(columns());
      for (CandidateResult candidate : candidates) {
        for (QuestionResult question : candidate.questions()) {
          csv.writeRecord(cells(Json.tree(row(results, candidate, question))));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static List<String> columns() {
    List<String> columns = new ArrayList<>();
    for (var component : Row.class.getRecordComponents()) {
      columns.add(component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
    }
    return columns;
  }

  private static List<String> cells(ObjectNode row) {
    List<String> cells = new ArrayList<>();
    for (JsonNode value : row) {
      cells.add(cell(value));
    }
    return cells;
  }

  private static String cell(JsonNode value) {
    if (value.isArray()) {
      StringJoiner all = new StringJoiner(" ");
      value.forEach(one -> all.add(one.asText()));
      return PlainCell.of(all.toString());
    }
    if (value.isTextual()) {
      return PlainCell.of(Json.wellFormed(value.textValue()));
    }
    return value.isNull() ? "" : value.asText();
  }

  private static Row row(
      ScreeningResults results, CandidateResult candidate, QuestionResult question) {
    WeightedScore score = candidate.score();
    var place = candidate.place();
    EffectiveMark mark = question.mark();
    Standing counting = question.counting();
    RecordedGrade grade = counting == null ? null : counting.grade();
    HumanMark human = counting == null ? null : counting.human();
    return new Row(
        results.screening().id(),
        candidate.candidate().ref(),
        candidate.candidate().label(),
        place == null ? null : (Integer) place.rank(),
        place == null ? null : (Integer) place.best(),
        place == null ? null : (Integer) place.worst(),
        place == null ? null : (Integer) place.overlapping(),
        score.value(),
        score.low(),
        score.high(),
        score.status(),
        candidate.band(),
        candidate.percentile(),
        candidate.percentile() == null ? null : results.frozenAt(),
        question.questionId(),
        question.weight(),
        question.attempts(),
        mark.value(),
        mark.low(),
        mark.high(),
        mark.source(),
        mark.needsReview(),
        grade == null ? null : grade.score(),
        grade == null ? null : grade.low(),
        grade == null ? null : grade.high(),
        grade == null ? null : grade.status(),
        question.stale().stream().sorted().toList(),
        human == null ? null : human.actor(),
        human == null ? null : human.kind(),
        human == null ? null : human.at(),
        counting == null ? null : counting.submissionId(),
        grade == null ? null : grade.id());
  }
}
