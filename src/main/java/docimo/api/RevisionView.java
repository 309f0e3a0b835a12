package docimo.api;

import docimo.question.KeyPoint;
import docimo.question.Question;
import docimo.screening.QuestionRevision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a question on the wire. For authors and recruiters: it holds the key.
 *
 * @param id names the question
 * @param version counts its revisions, from 1; to be sent along with a change
 * @param revision identifies the content
 * @param topic heading it stands under; null when there is none
 * @param prompt what the candidate is asked
 * @param references full answers
 * @param keyPoints as the author wrote them; empty where they are derived
 * @param rule how many of the key points are needed
 * @param markedAnswers how many answers people have marked; what candidates wrote is not shown
 * @param createdAt when it was written
 * @param actor who wrote it
 * @param redacted whether a marked answer was removed since
 */
record RevisionView(
    String id,
    int version,
    String revision,
    @Nullable String topic,
    String prompt,
    List<String> references,
    List<KeyPoint> keyPoints,
    String rule,
    int markedAnswers,
    Instant createdAt,
    String actor,
    boolean redacted) {

  static RevisionView of(QuestionRevision revision) {
    Question question = revision.question();
    return new RevisionView(
        question.id(),
        revision.number(),
        revision.revision(),
        question.topic(),
        question.prompt(),
        question.references(),
        question.keyPoints(),
        question.rule().toString(),
        question.markedAnswers().size(),
        revision.createdAt(),
        revision.actor(),
        revision.redacted());
  }
}
