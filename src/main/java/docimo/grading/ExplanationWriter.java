package docimo.grading;

import docimo.grading.Grade.Change;
import docimo.grading.Grade.Explanation;
import docimo.grading.Grade.Flag;
import docimo.grading.Grade.KeyPointResult;
import docimo.grading.Grade.Review;
import docimo.grading.Grade.ReviewReasonGiven;
import docimo.grading.Grade.Score;
import docimo.grading.ScoringModel.Component;
import docimo.grading.Signal.KeyPointSignal;
import docimo.grading.Signal.KeywordSignal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Tells the recruiter in plain sentences how a mark came about: whether to look at it, what made
 * it, what the answer covers and in which words, and what would raise it. Holds the key.
 */
final class ExplanationWriter {

  /** Contributions below it are not worth a word. */
  private static final double SLIGHT = 0.005;

  private final List<String> sentences = new ArrayList<>();

  private ExplanationWriter() {}

  /** The explanation of a mark. */
  static Explanation on(
      Score score,
      List<Component> components,
      List<KeyPointResult> points,
      List<Flag> flags,
      Review review) {
    ExplanationWriter writer = new ExplanationWriter();
    List<Change> changes = changes(score, points);
    writer.review(review);
    writer.mark(score);
    writer.signals(components);
    writer.made(points, Verdict.COVERED, "Covered: ");
    writer.made(points, Verdict.PARTIAL, "Said in part: ");
    writer.made(points, Verdict.CONTRADICTED, "Seems to say the opposite of: ");
    writer.limit(score);
    writer.changes(changes);
    writer.flags(flags);
    return new Explanation(writer.sentences, changes);
  }

  /** The explanation of an answer that was not marked. */
  static Explanation on(Reason reason) {
    return new Explanation(List.of("There is no mark. " + reason.message()), List.of());
  }

  /** What would raise the mark, largest gain first; of equals in the order of the points. */
  private static List<Change> changes(Score score, List<KeyPointResult> points) {
    return points.stream()
        .map(
            point ->
                new Change(
                    point.id(),
                    point.label(),
                    point.verdict(),
                    point.scoreIfCovered(),
                    ScoringModel.round(point.scoreIfCovered() - score.given())))
        .filter(change -> change.gain() > 0)
        .sorted(Comparator.comparingDouble(Change::gain).reversed())
        .toList();
  }

  private void review(Review review) {
    if (review.required()) {
      sentences.add("A person should look at this mark before it counts.");
      review.reasons().stream().map(ReviewReasonGiven::message).forEach(sentences::add);
    } else {
      sentences.add("Nothing asks for a look at this mark before it counts.");
    }
  }

  private void mark(Score score) {
    sentences.add(
        String.format(
            Locale.ROOT,
            "The mark is %s of %.0f, which is %s.",
            number(score.given()),
            score.maximum(),
            score.band().name().toLowerCase(Locale.ROOT)));
    List<Double> interval = score.interval();
    if (interval != null) {
      sentences.add(
          "Most people would give "
              + number(interval.get(0))
              + " to "
              + number(interval.get(1))
              + ".");
    }
    Grade.Calibration calibration = score.calibration();
    if (calibration != null) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "Without the %d answers to this question that people have marked it would be %s.",
              calibration.markedAnswers(),
              number(calibration.uncalibrated())));
    }
  }

  private void signals(List<Component> components) {
    String parts =
        components.stream()
            .filter(component -> component.contribution() >= SLIGHT)
            .sorted(Comparator.comparingDouble(Component::contribution).reversed())
            .map(component -> number(component.contribution()) + " for " + name(component.name()))
            .collect(Collectors.joining(", "));
    sentences.add(parts.isEmpty() ? "Nothing adds to it." : "It is made of " + parts + ".");
  }

  private static String name(String signal) {
    return switch (signal) {
      case KeywordSignal.NAME -> "the words of the reference that it uses";
      case KeyPointSignal.NAME -> "the key points that it makes";
      case Signal.SEMANTIC_COVERAGE -> "how much of the reference it says in whatever words";
      case Signal.SEMANTIC_SIMILARITY -> "its likeness to the reference as a whole";
      case Signal.COSINE_SIMILARITY -> "how often it uses the same words";
      default -> signal.replace('_', ' ');
    };
  }

  private void made(List<KeyPointResult> points, Verdict verdict, String lead) {
    String made =
        points.stream()
            .filter(point -> point.verdict() == verdict)
            .map(ExplanationWriter::withQuotes)
            .collect(Collectors.joining("; "));
    if (!made.isEmpty()) {
      sentences.add(lead + made + ".");
    }
  }

  private static String withQuotes(KeyPointResult point) {
    String label = FeedbackWriter.shortened(point.label());
    String quotes =
        point.evidence().stream().map(Grade.Evidence::quote).collect(Collectors.joining(" … "));
    return quotes.isEmpty() ? label : label + " (“" + quotes + "”)";
  }

  private void limit(Score score) {
    if (score.limit() != null) {
      sentences.add(
          "No more than " + number(score.limit().most()) + " could be given for what was found.");
    }
  }

  private void changes(List<Change> changes) {
    String told =
        changes.stream()
            .map(
                change ->
                    FeedbackWriter.shortened(change.label())
                        + " (would make it "
                        + number(change.score())
                        + ")")
            .collect(Collectors.joining("; "));
    sentences.add(
        told.isEmpty()
            ? "No key point is missing that would raise the mark."
            : "What would raise the mark most, if it were said in full: " + told + ".");
  }

  private void flags(List<Flag> flags) {
    flags.forEach(flag -> sentences.add(flag.message()));
  }

  /** Rounded for people. */
  private static String number(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
