package docimo.screening;

import docimo.screening.AgreementMeasure.Figures;
import docimo.screening.ReviewBook.MarkPair;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reports how far machine and reviewers agree. Thread-safe. */
public final class Agreements {

  private final ScreeningParts parts;

  Agreements(ScreeningParts parts) {
    this.parts = parts;
  }

  /**
   * The report of a screening.
   *
   * @throws NotFoundException when there is none
   */
  public AgreementReport of(String screeningId) {
    return parts
        .store()
        .read(tx -> report(tx.screenings().get(screeningId), tx.reviews().pairs(screeningId)));
  }

  private AgreementReport report(Screening screening, List<MarkPair> pairs) {
    Map<String, List<MarkPair>> questions = grouped(pairs, MarkPair::questionId);
    List<AgreementReport.ByQuestion> byQuestion = new ArrayList<>();
    for (WeightedQuestion asked : screening.plan().questions()) {
      List<MarkPair> own = questions.getOrDefault(asked.questionId(), List.of());
      if (!own.isEmpty()) {
        byQuestion.add(
            new AgreementReport.ByQuestion(
                asked.questionId(), own.size(), blind(own), figures(own)));
      }
    }
    List<AgreementReport.ByMonth> byMonth = new ArrayList<>();
    grouped(pairs, pair -> YearMonth.from(pair.at().atOffset(ZoneOffset.UTC)))
        .forEach(
            (month, own) ->
                byMonth.add(
                    new AgreementReport.ByMonth(month, own.size(), blind(own), figures(own))));
    return new AgreementReport(byQuestion, byMonth);
  }

  private static <K extends Comparable<? super K>> Map<K, List<MarkPair>> grouped(
      List<MarkPair> pairs, Function<MarkPair, K> key) {
    return pairs.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }

  private static int blind(List<MarkPair> pairs) {
    return (int) pairs.stream().filter(MarkPair::blind).count();
  }

  private Figures figures(List<MarkPair> pairs) {
    return parts
        .agreement()
        .of(
            pairs.stream().mapToDouble(MarkPair::machine).toArray(),
            pairs.stream().mapToDouble(MarkPair::human).toArray());
  }
}
