/**
 * Marks many answers: {@link docimo.batch.BatchRun} takes {@link docimo.batch.BatchRow}s from a
 * {@link docimo.batch.BatchInput}, marks them on all cores, and hands one {@link
 * docimo.batch.BatchResult} for each row, in the order of the input, to a {@link
 * docimo.batch.BatchOutput}. A row that cannot be marked says why and the rest go on. Files and
 * their formats are {@code exchange}'s.
 */
@org.jspecify.annotations.NullMarked
package docimo.batch;
