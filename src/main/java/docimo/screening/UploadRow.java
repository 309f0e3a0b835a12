package docimo.screening;

import org.jspecify.annotations.Nullable;

/**
 * A row of an upload.
 *
 * @param number its place among the rows, from 0
 * @param answer the answer; null when the row could not be read, or was forgotten
 * @param problem why it could not be read; null when it could
 */
public record UploadRow(long number, @Nullable NewAnswer answer, @Nullable RowProblem problem) {}
