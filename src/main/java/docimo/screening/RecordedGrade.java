package docimo.screening;

import docimo.grading.Grade;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A grade in the store. Immutable; a regrade is another one beside it.
 *
 * @param id names it, as the grade itself does
 * @param sequence of its event in the audit log; the highest of a submission is the one that counts
 * @param submissionId what was marked
 * @param questionId what was asked
 * @param versions what made it, with the revision of what was asked
 * @param status whether a mark was given
 * @param score the mark, in [0, 1]; null when none was given
 * @param low where the mark of a fair examiner is expected from, in [0, 1]; null when not known
 * @param high where it is expected to; null when not known
 * @param doubt how doubtful the mark is, in [0, 1]; null when none was given
 * @param createdAt when it was made
 * @param json the whole grade as it goes over the wire; null when it was removed, since it quotes
 *     the answer
 * @param jsonHash salted hash of that; stays
 */
public record RecordedGrade(
    String id,
    long sequence,
    String submissionId,
    String questionId,
    Grade.Versions versions,
    Grade.Status status,
    @Nullable Double score,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable Double doubt,
    Instant createdAt,
    @Nullable String json,
    String jsonHash) {}
