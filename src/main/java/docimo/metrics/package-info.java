/**
 * Figures of what the service does: {@link docimo.metrics.Metrics} counts and times, Prometheus
 * reads them at {@code /metrics}, and a collector can be sent them. No text of an answer, no
 * candidate and no path that somebody wrote is ever a label.
 */
@org.jspecify.annotations.NullMarked
package docimo.metrics;
