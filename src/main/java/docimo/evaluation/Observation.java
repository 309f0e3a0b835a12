package docimo.evaluation;

import docimo.grading.Familiarity;
import docimo.grading.Grade;
import docimo.grading.ScoringModel.Component;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An answer with its human mark and what the grader measured of it.
 *
 * @param answer the answer
 * @param signals the value of each signal by name, in [0, 1]; empty when the answer gets no mark
 * @param measures what says whether the answer is like others, by name, the signals among it; empty
 *     when the answer gets no mark
 * @param mark the mark of the scoring model that was in use
 */
public record Observation(
    MarkedAnswer answer,
    Map<String, Double> signals,
    Map<String, Double> measures,
    MachineMark mark) {

  /** An observation of signals alone. */
  public Observation(MarkedAnswer answer, Map<String, Double> signals, MachineMark mark) {
    this(answer, signals, signals, mark);
  }

  /**
   * @throws IllegalArgumentException when a value is not in [0, 1]
   */
  public Observation {
    signals = Map.copyOf(signals);
    measures = Map.copyOf(measures);
    if (signals.values().stream().anyMatch(value -> !(value >= 0 && value <= 1))) {
      throw new IllegalArgumentException("the value of a signal must be in [0, 1]");
    }
  }

  /** What a grade shows of an answer. */
  static Observation of(MarkedAnswer answer, Grade grade) {
    return new Observation(
        answer,
        grade.components().stream().collect(Collectors.toMap(Component::name, Component::value)),
        grade.score() == null ? Map.of() : Familiarity.measures(grade.components(), grade.stats()),
        MachineMark.of(grade));
  }

  /** Nothing could be measured. */
  static Observation none(MarkedAnswer answer) {
    return new Observation(answer, Map.of(), MachineMark.NONE);
  }

  /** Whether anything was measured. */
  public boolean hasSignals() {
    return !signals.isEmpty();
  }

  /** The human mark that a fit aims at. */
  double target() {
    return answer.gradedScore();
  }

  /** The mark of the scoring model that was in use, beside the human one. */
  public Judgement judgement() {
    return new Judgement(answer, mark);
  }

  @Nullable Double signal(String name) {
    return signals.get(name);
  }
}
