package docimo.screening;

import docimo.grading.Grade;
import docimo.grading.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a candidate came on over the attempts at each question. Key points are named: not for
 * candidates of a screening. Immutable.
 *
 * @param screeningId where
 * @param candidate who
 * @param questions those that the candidate answered, in the order of the plan
 */
public record Progress(String screeningId, Candidate candidate, List<OfQuestion> questions) {

  /** Differences have four decimals, as marks do. */
  private static final double DECIMALS = 10_000;

  /** Keeps its own copy. */
  public Progress {
    questions = List.copyOf(questions);
  }

  /**
   * The attempts at a question.
   *
   * @param questionId which
   * @param attempts the first one first; at least one
   * @param gain the last mark that counts less the first one, in [-1, 1]; null where fewer than two
   *     attempts have a mark
   * @param open labels of the key points that no attempt covers, as the newest grade names them;
   *     null where no grade is left to read
   */
  public record OfQuestion(
      String questionId,
      List<Attempt> attempts,
      @Nullable Double gain,
      @Nullable List<String> open) {

    /** Keeps its own copies. */
    public OfQuestion {
      attempts = List.copyOf(attempts);
      open = open == null ? null : List.copyOf(open);
    }
  }

  /**
   * An attempt.
   *
   * @param submissionId the answer
   * @param attempt its name
   * @param submittedAt when it came in
   * @param mark the mark that counts for it
   * @param change its mark less that of the last attempt before it that has one, in [-1, 1]; null
   *     where one of them is missing
   * @param newlyCovered labels of the key points that it covers and none before it did; null where
   *     its grade is not there to read
   */
  public record Attempt(
      String submissionId,
      String attempt,
      Instant submittedAt,
      EffectiveMark mark,
      @Nullable Double change,
      @Nullable List<String> newlyCovered) {

    /** Keeps its own copy. */
    public Attempt {
      newlyCovered = newlyCovered == null ? null : List.copyOf(newlyCovered);
    }
  }

  /**
   * An answer with what is left of its newest grade.
   *
   * @param grade null where the machine failed, or the text of the grade was removed
   */
  record Answered(Submission submission, EffectiveMark mark, @Nullable Grade grade) {}

  /**
   * The progress at one question.
   *
   * @param answers in the order in which they came in; at least one
   */
  static OfQuestion of(List<Answered> answers) {
    List<Attempt> attempts = new ArrayList<>();
    Set<String> covered = new LinkedHashSet<>();
    Double first = null;
    Double last = null;
    int marked = 0;
    Grade newest = null;
    for (Answered answer : answers) {
      Double value = answer.mark().value();
      Double change = difference(value, last);
      attempts.add(attempt(answer, change, covered));
      if (value != null) {
        first = first == null ? value : first;
        last = value;
        marked++;
      }
      newest = answer.grade() == null ? newest : answer.grade();
    }
    return new OfQuestion(
        answers.get(0).submission().questionId(),
        attempts,
        marked < 2 ? null : difference(last, first),
        open(newest, covered));
  }

  private static @Nullable Double difference(@Nullable Double mark, @Nullable Double earlier) {
    return mark == null || earlier == null
        ? null
        : (Double) (Math.round((mark - earlier) * DECIMALS) / DECIMALS);
  }

  private static Attempt attempt(Answered answer, @Nullable Double change, Set<String> covered) {
    List<String> fresh = null;
    if (answer.grade() != null) {
      fresh = labels(answer.grade(), true).stream().filter(covered::add).toList();
    }
    Submission submission = answer.submission();
    return new Attempt(
        submission.id(),
        submission.attempt(),
        submission.submittedAt(),
        answer.mark(),
        change,
        fresh);
  }

  private static @Nullable List<String> open(@Nullable Grade newest, Set<String> covered) {
    return newest == null
        ? null
        : labels(newest, false).stream().filter(label -> !covered.contains(label)).toList();
  }

  /** Points of other revisions of a question are told apart by their labels. */
  private static List<String> labels(Grade grade, boolean areCovered) {
    return grade.keyPoints().stream()
        .filter(point -> (point.verdict() == Verdict.COVERED) == areCovered)
        .map(Grade.KeyPointResult::label)
        .distinct()
        .toList();
  }
}
