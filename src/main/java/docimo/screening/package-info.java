/**
 * Screenings: who answered what, which mark counts, who looks at it, and how all that can be shown
 * later. {@link docimo.screening.ScreeningOffice} has the services; they work over the ports of a
 * {@link docimo.screening.Transaction}, which a {@link docimo.screening.Store} opens, and mark
 * through {@link docimo.screening.Marking}. The rules are in small classes without any store:
 * {@link docimo.screening.EffectiveMark}, {@link docimo.screening.Attempts}, {@link
 * docimo.screening.Ranking}, {@link docimo.screening.Percentiles}, {@link
 * docimo.screening.Staleness}. What makes or changes a mark becomes an event of {@code
 * screening.audit}.
 */
@org.jspecify.annotations.NullMarked
package docimo.screening;
