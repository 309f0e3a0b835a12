package docimo.grading;

import docimo.grading.Grade.Feedback;
import docimo.grading.Grade.KeyPointResult;
import docimo.question.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes what a candidate can act on. In a screening it says no word of the key: points that were
 * made are told in the candidate's own words, others are only counted.
 */
final class FeedbackWriter {

  private static final int LONGEST_LABEL = 120;
  private static final Pattern END_MARKS = Pattern.compile("[.;:,]+$");

  private final Rule rule;
  private final Answer.Purpose purpose;

  FeedbackWriter(Rule rule, Answer.Purpose purpose) {
    this.rule = rule;
    this.purpose = purpose;
  }

  /**
   * Feedback on an answer that was marked.
   *
   * @param points what became of each key point
   * @param results the same points as the grade shows them, in the same order
   */
  Feedback on(List<PointJudgement> points, List<KeyPointResult> results) {
    List<String> covered =
        purpose == Answer.Purpose.PRACTICE ? labels(points, Verdict.COVERED) : quotes(results);
    List<String> partly = labels(needed(points), Verdict.PARTIAL);
    List<String> contradicted = labels(needed(points), Verdict.CONTRADICTED);
    List<String> missing = missing(points);
    List<String> sentences = new ArrayList<>();
    if (!covered.isEmpty()) {
      sentences.add("You covered: " + String.join("; ", covered) + ".");
    }
    if (!partly.isEmpty()) {
      sentences.add("Only partly said: " + told(partly, partly.size()) + ".");
    }
    if (!contradicted.isEmpty()) {
      sentences.add("Said the wrong way: " + told(contradicted, contradicted.size()) + ".");
    }
    if (!missing.isEmpty()) {
      sentences.add("Not mentioned: " + told(missing, missingCount(points)) + ".");
    }
    if (covered.isEmpty() && partly.isEmpty() && contradicted.isEmpty()) {
      sentences.add(0, "Your answer makes none of the points that were looked for.");
    } else if (partly.isEmpty() && missing.isEmpty() && contradicted.isEmpty()) {
      sentences.add("Nothing that was looked for is missing.");
    }
    return new Feedback(
        String.join(" ", sentences),
        covered,
        purpose == Answer.Purpose.PRACTICE ? missing : List.of());
  }

  /** What the answer says of each point that it covers. */
  private static List<String> quotes(List<KeyPointResult> points) {
    return points.stream()
        .filter(point -> point.verdict() == Verdict.COVERED && !point.evidence().isEmpty())
        .map(
            point ->
                shortened(
                    point.evidence().stream()
                        .map(Grade.Evidence::quote)
                        .collect(Collectors.joining(" … "))))
        .toList();
  }

  /** Points by their labels, or only how many they are where the labels would give the key away. */
  private String told(List<String> labels, int count) {
    return purpose == Answer.Purpose.PRACTICE ? String.join("; ", labels) : pointCount(count);
  }

  /** The points that the rule counts: alternatives beyond those asked for are no fault. */
  private List<PointJudgement> needed(List<PointJudgement> points) {
    RuleCount count = RuleCount.of(points, rule);
    return IntStream.range(0, points.size()).filter(count::counts).mapToObj(points::get).toList();
  }

  private int missingCount(List<PointJudgement> points) {
    return (int) needed(points).stream().filter(p -> p.verdict() == Verdict.MISSING).count();
  }

  /** Feedback on an answer that was not marked. */
  static Feedback on(Reason reason) {
    return new Feedback(reason.message(), List.of(), List.of());
  }

  /** Points that are missing alone, and "2 more of types: a; b" where a choice is not filled. */
  private List<String> missing(List<PointJudgement> points) {
    List<String> missing = new ArrayList<>();
    List<PointJudgement> alone = new ArrayList<>(points);
    for (Rule.AnyOf choice : rule.choices()) {
      List<PointJudgement> group =
          points.stream()
              .filter(p -> choice.group() == null || choice.group().equals(p.point().group()))
              .toList();
      alone.removeAll(group);
      long made =
          group.stream()
              .filter(p -> p.verdict() == Verdict.COVERED || p.verdict() == Verdict.PARTIAL)
              .count();
      if (made < choice.count()) {
        String what = choice.group() == null ? "these" : "the " + choice.group();
        missing.add(
            (choice.count() - made)
                + " more of "
                + what
                + " ("
                + String.join(", ", labels(group, Verdict.MISSING))
                + ")");
      }
    }
    missing.addAll(0, labels(alone, Verdict.MISSING));
    return missing;
  }

  private static List<String> labels(List<PointJudgement> points, Verdict verdict) {
    return points.stream()
        .filter(point -> point.verdict() == verdict)
        .map(point -> shortened(point.point().label()))
        .toList();
  }

  /** A label that fits into a sentence: without its full stop, and not too long. */
  static String shortened(String label) {
    String plain = END_MARKS.matcher(label.strip()).replaceAll("");
    if (plain.length() <= LONGEST_LABEL) {
      return plain;
    }
    int space = plain.lastIndexOf(' ', LONGEST_LABEL);
    return plain.substring(0, space > 0 ? space : LONGEST_LABEL) + " …";
  }

  private static String pointCount(int count) {
    return count == 1 ? "1 point" : count + " points";
  }
}
