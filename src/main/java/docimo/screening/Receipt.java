package docimo.screening;

import docimo.grading.Grade;
import org.jspecify.annotations.Nullable;

/**
 * That an answer was taken in: it is in the store, with its grade, and stays.
 *
 * @param submission the answer
 * @param recorded its newest grade; null when the machine failed at it, and then a person marks it
 * @param grade the same grade, read; null when there is none or its text was removed
 * @param repeated whether it had come in before, and nothing was done
 */
public record Receipt(
    Submission submission,
    @Nullable RecordedGrade recorded,
    @Nullable Grade grade,
    boolean repeated) {}
