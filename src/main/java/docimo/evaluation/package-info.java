/**
 * How well docimo's marks agree with those of people. {@link docimo.evaluation.SignalRun} marks
 * {@link docimo.evaluation.MarkedAnswer}s again; {@link docimo.evaluation.Evaluation} makes an
 * {@link docimo.evaluation.EvaluationReport} of the two marks of each, with the figures of {@link
 * docimo.evaluation.Agreement} and intervals by {@link docimo.evaluation.Bootstrap}; a {@link
 * docimo.evaluation.Protocol} says how. {@code exchange} reads the data and writes the reports.
 */
@org.jspecify.annotations.NullMarked
package docimo.evaluation;
