package docimo.cli;

import docimo.grading.Grade;
import docimo.grading.Grade.KeyPointResult;
import docimo.grading.ScoringModel.Component;
import docimo.grading.Verdict;
import docimo.question.Question;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A grade as text for people. */
final class GradeText {

  private static final int WIDTH = 88;
  private static final int BAR = 30;

  /** Gains below it are 0.00 for people. */
  private static final double VISIBLE = 0.005;

  private final StringBuilder out = new StringBuilder();

  private GradeText() {}

  static String of(Question question, Grade grade) {
    GradeText text = new GradeText();
    text.wrapped("", question.prompt());
    text.line("");
    Grade.Score score = grade.score();
    Grade.ReasonGiven reason = grade.reason();
    if (score == null) {
      text.line("No mark: " + (reason == null ? name(grade.status()) : reason.message()));
    } else {
      text.mark(score);
      text.review(grade.review());
      text.line("");
      grade.keyPoints().forEach(point -> text.keyPoint(point, score));
      text.line("");
      grade.flags().forEach(flag -> text.wrapped("Flag: ", flag.message()));
      text.wrapped("For the candidate: ", grade.feedback().summary());
      text.line("");
      grade.components().forEach(text::component);
    }
    if (!grade.flags().isEmpty()) {
      text.line("");
      grade.flags().forEach(text::flag);
    }
    return text.out.toString();
  }

  private void mark(Grade.Score score) {
    int filled = (int) Math.round(score.given() / score.maximum() * BAR);
    line(
        String.format(
            Locale.ROOT,
            "Mark %.2f of %.0f  [%s%s]  %s",
            score.given(),
            score.maximum(),
            "#".repeat(filled),
            ".".repeat(BAR - filled),
            name(score.band())));
    List<Double> interval = score.interval();
    if (interval != null) {
      line(
          String.format(
              Locale.ROOT,
              "Most people would give %.2f to %.2f",
              interval.get(0),
              interval.get(1)));
    }
    Grade.Calibration calibration = score.calibration();
    if (calibration != null) {
      calibration(calibration);
    }
  }

  private void review(Grade.Review review) {
    if (!review.required()) {
      line("No need for a person to look first");
      return;
    }
    line("A person should look first:");
    review.reasons().forEach(reason -> wrapped("  - ", reason.message()));
  }

  private void calibration(Grade.Calibration calibration) {
    line(
        String.format(
            Locale.ROOT,
            "Calibrated on marked answers: %d; without them %.2f",
            calibration.markedAnswers(),
            calibration.uncalibrated()));
  }

  private void keyPoint(KeyPointResult point, Grade.Score score) {
    if (point.verdict() == Verdict.MISSING && !point.counted()) {
      return; // an alternative that was not needed
    }
    String mark =
        switch (point.verdict()) {
          case COVERED -> "[x] ";
          case PARTIAL -> "[~] ";
          case MISSING -> "[ ] ";
          case CONTRADICTED -> "[!] ";
        };
    double gain = point.scoreIfCovered() - score.given();
    String raise = gain < VISIBLE ? "" : String.format(Locale.ROOT, " (+%.2f if said)", gain);
    wrapped(mark, point.label() + raise);
    if (!point.evidence().isEmpty()) {
      wrapped("      said: ", quotes(point.evidence()));
    }
  }

  private void flag(Grade.Flag flag) {
    wrapped("Flag, " + name(flag.severity()) + ": ", flag.message());
    if (!flag.evidence().isEmpty()) {
      wrapped("      see: ", quotes(flag.evidence()));
    }
  }

  private static String quotes(List<Grade.Evidence> evidence) {
    return evidence.stream().map(Grade.Evidence::quote).collect(Collectors.joining(" … "));
  }

  private void component(Component component) {
    line(
        String.format(
            Locale.ROOT,
            "%-20s %.4f x %.4f = %.4f",
            component.name(),
            component.value(),
            component.weight(),
            component.contribution()));
  }

  private void wrapped(String lead, String text) {
    StringBuilder line = new StringBuilder(lead);
    for (String word : printable(text).strip().split("\\s+")) {
      if (line.length() + word.length() > WIDTH && line.length() > lead.length()) {
        line(line.toString().stripTrailing());
        line = new StringBuilder(" ".repeat(lead.length()));
      }
      line.append(word).append(' ');
    }
    line(line.toString().stripTrailing());
  }

  /** Without control characters, which could give orders to a terminal. */
  private static String printable(String text) {
    return text.replaceAll("[\\p{Cc}&&[^\\s]]", "\uFFFD");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
