package docimo.screening;

import org.jspecify.annotations.Nullable;

/**
 * What became of a row of a job of grades.
 *
 * @param number its place among the rows, from 1
 * @param json the line of its result; null when its candidate was erased
 */
public record GradedRow(long number, @Nullable String json) {}
