package docimo.exchange;

import docimo.grading.Verdict;
import docimo.screening.AuditTrail;
import docimo.screening.EffectiveMark;
import docimo.screening.Ranking.Place;
import docimo.screening.Screening;
import docimo.screening.WeightedScore;
import docimo.screening.audit.AuditEvent;
import docimo.screening.audit.ChainHead;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the reports about a screening and about a candidate have in common. Stateless. */
final class ReportParts {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int HASH_SHOWN = 12;
  private static final int BAR = 120;

  private ReportParts() {}

  /** Where the report is from, so that it can be compared with the record later. */
  static void origin(HtmlPage page, Screening screening, AuditTrail audit) throws IOException {
    page.raw("<p class=\"meta\">Screening ").text(screening.id());
    page.text(", " + words(screening.state()) + ", purpose " + words(screening.plan().purpose()));
    ChainHead head = audit.head();
    List<AuditEvent> last =
        head.sequence() == 0 ? List.of() : audit.events(head.sequence() - 1, 1).items();
    if (!last.isEmpty()) {
      page.text(
          ". As of event "
              + head.sequence()
              + " of the audit log ("
              + time(last.get(0).at())
              + ", hash "
              + head.hash().substring(0, Math.min(HASH_SHOWN, head.hash().length()))
              + "…)");
    }
    page.raw(".</p>\n");
  }

  /** That a person decides. */
  static void note(HtmlPage page, String more) throws IOException {
    page.raw(
            "<p class=\"note\" role=\"note\"><strong>Marks support a decision; they do not make"
                + " it.")
        .raw("</strong> ")
        .text("A person decides about people. A mark by machine comes with the interval in which ")
        .text("a fair examiner's mark is expected; where intervals overlap, the marks do not ")
        .text("tell candidates apart. " + more)
        .raw("</p>\n");
  }

  /** What the colours of verdicts mean, in words. */
  static void key(HtmlPage page) throws IOException {
    page.raw("<p class=\"small\">");
    for (Verdict verdict : Verdict.values()) {
      page.raw("<span class=\"key " + words(verdict) + "\">")
          .text(shortly(verdict))
          .raw("</span>")
          .text(
              switch (verdict) {
                case COVERED -> "the answer says it. ";
                case PARTIAL -> "it says some of it. ";
                case MISSING -> "it does not say it. ";
                case CONTRADICTED -> "it says the opposite. ";
              });
    }
    page.raw("</p>\n");
  }

  static String shortly(Verdict verdict) {
    return switch (verdict) {
      case COVERED -> "yes";
      case PARTIAL -> "partly";
      case MISSING -> "no";
      case CONTRADICTED -> "opposite";
    };
  }

  /** A line from low to high with a dot at the value; the numbers stand beside it as text. */
  static void bar(
      HtmlPage page, @Nullable Double value, @Nullable Double low, @Nullable Double high)
      throws IOException {
    if (value == null) {
      return;
    }
    double from = low == null ? value : low;
    double to = high == null ? value : high;
    page.raw(
        String.format(
            Locale.ROOT,
            "<svg width=\"%d\" height=\"12\" viewBox=\"-5 0 %d 12\" aria-hidden=\"true\">"
                + "<path d=\"M0 6H%d\" stroke=\"#d6dce5\" stroke-width=\"2\"/>"
                + "<path d=\"M%.1f 6H%.1f\" stroke=\"#6f8fbf\" stroke-width=\"5\"/>"
                + "<circle cx=\"%.1f\" cy=\"6\" r=\"4\" fill=\"#1d3557\"/></svg>",
            BAR + 10,
            BAR + 10,
            BAR,
            from * BAR,
            to * BAR,
            value * BAR));
  }

  static String mark(@Nullable Double mark) {
    return mark == null ? "–" : String.format(Locale.ROOT, "%.2f", mark);
  }

  static String interval(@Nullable Double low, @Nullable Double high) {
    return low == null || high == null ? "not known" : mark(low) + " to " + mark(high);
  }

  static String percentile(@Nullable Double percentile) {
    return percentile == null ? "–" : String.format(Locale.ROOT, "%.1f", percentile);
  }

  static String place(@Nullable Place place, boolean tied) {
    return place == null ? "–" : place.rank() + (tied ? " (tie)" : "");
  }

  static String range(@Nullable Place place) {
    if (place == null) {
      return "–";
    }
    return place.best() == place.worst()
        ? String.valueOf(place.best())
        : place.best() + " to " + place.worst();
  }

  /** The state of a score; of an incomplete one also how much of the weight it is made of. */
  static String status(WeightedScore score) {
    return score.status() == WeightedScore.Status.INCOMPLETE
        ? String.format(Locale.ROOT, "incomplete, %.0f %% marked", score.share() * 100)
        : words(score.status());
  }

  static String source(EffectiveMark mark) {
    return switch (mark.source()) {
      case HUMAN -> "a person";
      case MACHINE -> "the machine";
      case NONE -> "nobody";
    };
  }

  static String time(Instant at) {
    return MINUTE.format(at);
  }

  static String words(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
