package docimo.grading;

import docimo.grading.Grade.Flag;
import docimo.similarity.WordVectors;
import docimo.text.Sentence;
import docimo.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recognises answers that are mostly about something else. A sentence is about the question where
 * it is at least a little like some sentence of a reference, a key point or the prompt. Without an
 * encoder nothing is said: other words for the same thing would pass for another topic.
 */
final class TopicCheck {

  /** Sentences of honest answers in other words are seldom below, those of other topics mostly. */
  private static final double ABOUT = 0.22;

  /** "For example, last year." Too short to be about anything. */
  private static final int FEWEST_WORDS = 4;

  /** Padding is there to be long. */
  private static final int FEWEST_WORDS_BESIDE = 40;

  private static final int FEWEST_SENTENCES_BESIDE = 3;
  private static final double MUCH = 0.6;

  /** Where there is this much beside the question, a smaller share of it is no digression. */
  private static final int MANY_WORDS_BESIDE = 120;

  private static final double MUCH_OF_MUCH = 0.45;

  private TopicCheck() {}

  static Optional<Flag> of(CheckedAgainst key, Reading reading) {
    WordVectors vectors = reading.vectors();
    if (vectors == null || reading.tokens().size() < FEWEST_WORDS_BESIDE) {
      return Optional.empty();
    }
    double[] like = vectors.sentencesLike(key.topics());
    List<Sentence> beside = new ArrayList<>();
    int all = 0;
    int wordsBeside = 0;
    for (int i = 0; i < like.length; i++) {
      Sentence sentence = reading.text().sentences().get(i);
      int words =
          (int) sentence.tokens().stream().filter(t -> t.kind() != Token.Kind.PUNCTUATION).count();
      all += words;
      if (like[i] < ABOUT && words >= FEWEST_WORDS) {
        beside.add(sentence);
        wordsBeside += words;
      }
    }
    double share = all == 0 ? 0 : (double) wordsBeside / all;
    boolean padded =
        beside.size() >= FEWEST_SENTENCES_BESIDE
            && ((wordsBeside >= FEWEST_WORDS_BESIDE && share >= MUCH)
                || (wordsBeside >= MANY_WORDS_BESIDE && share >= MUCH_OF_MUCH));
    return padded
        ? Optional.of(
            AnswerChecks.flag(
                FlagCode.OFF_TOPIC_PADDING,
                Severity.WARNING,
                share,
                AnswerChecks.sentences(reading.text(), beside)))
        : Optional.empty();
  }
}
