/**
 * Answers that try to get a mark for nothing, and what they would earn. {@link
 * docimo.evaluation.attack.AttackKind} lists what is tried, {@link
 * docimo.evaluation.attack.AttackRun} makes the answers and has them marked, and {@link
 * docimo.evaluation.attack.AttackReport} counts. Honest answers in other dress are tried beside
 * them, because a defence that punishes them is none.
 */
@org.jspecify.annotations.NullMarked
package docimo.evaluation.attack;
