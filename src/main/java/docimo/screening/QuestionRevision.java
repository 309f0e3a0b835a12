package docimo.screening;

import docimo.question.Question;
import java.time.Instant;

/**
 * A question as it was from one change to the next. Immutable, but that a marked answer in it has
 * to be forgotten with the candidate who gave it.
 *
 * @param question its content then
 * @param revision of the content as it was written, {@link Question#revision()}
 * @param number counts the revisions of a question, from 1
 * @param createdAt when it was written
 * @param actor who wrote it
 * @param redacted whether a marked answer was removed since, so that nothing can be marked against
 *     it again
 */
public record QuestionRevision(
    Question question,
    String revision,
    int number,
    Instant createdAt,
    String actor,
    boolean redacted) {}
