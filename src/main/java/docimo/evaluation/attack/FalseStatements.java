package docimo.evaluation.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers whose every sentence is a false one made of a true one. */
final class FalseStatements {

  /** Where fewer of the words stand in sentences that can be made false, too little is left. */
  private static final double LEAST = 0.3;

  private FalseStatements() {}

  /**
   * The sentences of the reference that can be made false, made false; the others are left out, so
   * that nothing true remains that would rightly earn a mark.
   *
   * @return empty when too little of the reference can be made false
   */
  static Optional<String> of(Material material, Function<Line, Optional<String>> falsified) {
    List<String> sentences = new ArrayList<>();
    int kept = 0;
    for (Line line : material.lines()) {
      Optional<String> sentence = line.announces() ? Optional.empty() : falsified.apply(line);
      if (sentence.isPresent()) {
        sentences.add(sentence.get());
        kept += line.words().size();
      }
    }
    return kept > 0 && kept >= LEAST * material.words().size()
        ? Optional.of(String.join(" ", sentences))
        : Optional.empty();
  }
}
