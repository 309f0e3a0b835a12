package docimo.evaluation.attack;

import java.util.Optional;
import java.util.SplittableRandom;

/** Makes the answer of one kind of attack. Stateless: equal input gives equal answers. */
interface Generator {

  /**
   * The answer.
   *
   * @param material the question and what is known about it
   * @param random all chance comes from here
   * @return empty when the attack cannot be made of this question, or would be an honest answer
   */
  Optional<String> answer(Material material, SplittableRandom random);
}
