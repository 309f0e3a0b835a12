package docimo.evaluation;

/**
 * A figure and how far it can be trusted.
 *
 * @param value the figure; NaN when it is not defined
 * @param interval its 95 % confidence interval
 */
public record Estimate(double value, Interval interval) {}
