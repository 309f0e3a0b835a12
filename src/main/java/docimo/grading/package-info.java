/**
 * Makes a mark and says why. {@link docimo.grading.Grader#grade} is the product in a few lines:
 * analyse the answer, take the {@link docimo.grading.Signal}s, score them with the {@link
 * docimo.grading.ScoringModel}, explain; the result is a {@link docimo.grading.Grade}. Fed by
 * {@code question}, {@code text} and {@code similarity}; knows nothing of files, HTTP or databases.
 */
@org.jspecify.annotations.NullMarked
package docimo.grading;
