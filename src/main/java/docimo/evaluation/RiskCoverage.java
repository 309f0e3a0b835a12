package docimo.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How agreement grows when the most doubtful marks are left to people: the risk-coverage curve
 * (El-Yaniv and Wiener 2010). Answers are ordered by the doubt of their marks, never by the human
 * mark; an answer without a mark is more doubtful than any other, because somebody must mark it.
 * The human mark is the finest there is, {@link MarkedAnswer#gradedScore()}: against marks that are
 * only right or wrong a mark in the middle is never far off, however little the machine knows.
 *
 * @param rows one for each data set, in the order of the data
 */
public record RiskCoverage(List<Row> rows) {

  /** The shares that are kept, falling. */
  static final List<Double> SHARES = List.of(1.0, 0.9, 0.8, 0.7, 0.5);

  /** A mark this close to that of people is a good one. */
  private static final double CLOSE = 0.25;

  private static final double ROUNDING = 1e-9;
  private static final double PER_CENT = 100;

  /**
   * Agreement on the answers that are kept.
   *
   * @param share which share of the answers is kept, in [0, 1]
   * @param answers how many they are
   * @param pearson r with the human marks; NaN where it is not defined
   * @param rmse on the scale 0 to 1
   * @param kappa quadratic weighted, marks rounded to tenths
   * @param close share of marks that are at most a quarter off
   */
  public record Point(
      double share, double answers, double pearson, double rmse, double kappa, double close) {}

  /**
   * The curve of a data set.
   *
   * @param dataset its name
   * @param points one for each share, falling
   * @param policy the answers that the review policy in force does not send to a person; figures
   *     are NaN where it sends all
   */
  public record Row(String dataset, List<Point> points, Point policy) {

    /** Keeps its own copy. */
    public Row {
      points = List.copyOf(points);
    }
  }

  /** Keeps its own copy. */
  public RiskCoverage {
    rows = List.copyOf(rows);
  }

  /**
   * The curve of each data set.
   *
   * @param judgements marks with their doubt
   */
  public static RiskCoverage of(List<Judgement> judgements) {
    Map<String, List<Judgement>> sets = new LinkedHashMap<>();
    for (Judgement judgement : judgements) {
      sets.computeIfAbsent(judgement.answer().dataset(), name -> new ArrayList<>()).add(judgement);
    }
    List<Row> rows = new ArrayList<>();
    sets.forEach((dataset, answers) -> rows.add(row(dataset, answers)));
    return new RiskCoverage(rows);
  }

  private static Row row(String dataset, List<Judgement> judgements) {
    List<Judgement> surest = surestFirst(judgements);
    int all = surest.size();
    List<Point> points = new ArrayList<>();
    for (double share : SHARES) {
      int kept = (int) Math.max(1, Math.round(share * all));
      points.add(point(share, surest.subList(0, kept)));
    }
    List<Judgement> rest = surest.stream().filter(judgement -> !judgement.forReview()).toList();
    return new Row(dataset, points, point((double) rest.size() / all, rest));
  }

  /** The order does not depend on human marks, nor on the order of equals in the data. */
  static List<Judgement> surestFirst(List<Judgement> judgements) {
    return judgements.stream()
        .sorted(
            Comparator.comparingDouble(Judgement::doubt)
                .thenComparingLong(Judgement::place)
                .thenComparing(judgement -> judgement.answer().answerId())
                .thenComparing(judgement -> judgement.answer().split()))
        .toList();
  }

  private static Point point(double share, List<Judgement> kept) {
    if (kept.isEmpty()) {
      return new Point(share, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    // the target of this protocol is the finest mark of any answer
    MarkPairs pairs = MarkPairs.of(kept, Protocol.ASAG2024);
    int close = 0;
    for (int i = 0; i < kept.size(); i++) {
      close += Math.abs(pairs.machine()[i] - pairs.human()[i]) <= CLOSE + ROUNDING ? 1 : 0;
    }
    return new Point(
        share,
        kept.size(),
        Measure.PEARSON.of(pairs),
        Measure.RMSE.of(pairs),
        Measure.KAPPA.of(pairs),
        (double) close / kept.size());
  }

  /** The mean over data sets, each counting the same; a figure is NaN where one of them is. */
  public Row mean() {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < SHARES.size(); i++) {
      int at = i;
      points.add(mean(rows.stream().map(row -> row.points().get(at)).toList()));
    }
    return new Row("mean", points, mean(rows.stream().map(Row::policy).toList()));
  }

  private static Point mean(List<Point> points) {
    return new Point(
        mean(points, Point::share),
        mean(points, Point::answers),
        mean(points, Point::pearson),
        mean(points, Point::rmse),
        mean(points, Point::kappa),
        mean(points, Point::close));
  }

  private static double mean(List<Point> points, ToDoubleFunction<Point> figure) {
    return points.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }

  /** The curves as a table. */
  public String text() {
    TextTable table = new TextTable();
    table.add(List.of("data set", "kept", "answers", "r", "RMSE", "kappa", "within .25"));
    for (Row row : rows) {
      add(table, row, String.format(Locale.ROOT, "%,.0f", row.policy().answers()));
    }
    add(table, mean(), "");
    return "Risk and coverage: agreement on the answers whose marks are least doubtful;\n"
        + "policy: those that the review policy does not send to a person\n\n"
        + table.text();
  }

  private static void add(TextTable table, Row row, String policyAnswers) {
    boolean first = true;
    for (Point point : row.points()) {
      String answers =
          policyAnswers.isEmpty() ? "" : String.format(Locale.ROOT, "%,.0f", point.answers());
      table.add(cells(first ? row.dataset() : "", point, percent(point), answers));
      first = false;
    }
    table.add(cells("", row.policy(), "policy " + percent(row.policy()), policyAnswers));
  }

  private static List<String> cells(String dataset, Point point, String kept, String answers) {
    return List.of(
        dataset,
        kept,
        answers,
        figure(point.pearson()),
        figure(point.rmse()),
        figure(point.kappa()),
        figure(point.close()));
  }

  private static String percent(Point point) {
    return String.format(Locale.ROOT, "%.0f %%", point.share() * PER_CENT);
  }

  private static String figure(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value + 0.0);
  }
}
