package docimo.screening;

import docimo.grading.Grade;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says in which parts two grades differ. Pure functions. */
final class GradeDifference {

  private GradeDifference() {}

  /** The grade with the id and time of another one, in which no two runs are alike. */
  static Grade dated(Grade grade, Grade other) {
    return new Grade(
        other.id(),
        other.createdAt(),
        grade.question(),
        grade.candidateRef(),
        grade.purpose(),
        grade.status(),
        grade.reason(),
        grade.score(),
        grade.components(),
        grade.keyPoints(),
        grade.keywords(),
        grade.feedback(),
        grade.explanation(),
        grade.flags(),
        grade.review(),
        grade.versions(),
        grade.stats(),
        grade.decisionSupportOnly());
  }

  /** The names on the wire of the parts that differ, with both values where these are numbers. */
  static List<String> between(Grade then, Grade now) {
    List<String> parts = new ArrayList<>();
    add(parts, "question", then.question(), now.question(), true);
    add(parts, "candidate_ref", then.candidateRef(), now.candidateRef(), false);
    add(parts, "purpose", then.purpose(), now.purpose(), true);
    add(parts, "status", then.status(), now.status(), true);
    add(parts, "reason", then.reason(), now.reason(), false);
    add(parts, "score", then.score(), now.score(), true);
    add(parts, "components", then.components(), now.components(), true);
    add(parts, "key_points", then.keyPoints(), now.keyPoints(), false);
    add(parts, "keywords", then.keywords(), now.keywords(), false);
    add(parts, "feedback", then.feedback(), now.feedback(), false);
    add(parts, "explanation", then.explanation(), now.explanation(), false);
    add(parts, "flags", then.flags(), now.flags(), false);
    add(parts, "review", then.review(), now.review(), false);
    add(parts, "versions", then.versions(), now.versions(), true);
    add(parts, "stats", then.stats(), now.stats(), true);
    return parts;
  }

  private static void add(
      List<String> parts,
      String name,
      @Nullable Object then,
      @Nullable Object now,
      boolean showsNoText) {
    if (!Objects.equals(then, now)) {
      parts.add(showsNoText ? name + ": " + then + " is now " + now : name);
    }
  }
}
