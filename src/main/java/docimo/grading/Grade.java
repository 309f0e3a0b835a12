package docimo.grading;

import docimo.grading.ScoringModel.Component;
import docimo.similarity.KeywordMatch;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mark and why. Immutable; an override by a person is a new event beside it, never an edit. Apart
 * from {@code id} and {@code createdAt}, the same question, answer and versions give the same
 * grade. Offsets count UTF-16 code units of the answer as sent, and ends are exclusive. Names on
 * the wire are those of the components in snake case.
 *
 * @param id names the grade
 * @param createdAt when it was made
 * @param question what was marked against
 * @param candidateRef the candidate as the caller named them; null when they did not
 * @param purpose what the mark is for
 * @param status whether a mark was given
 * @param reason why none was; null when one was
 * @param score the mark; null when none was given, which is not the same as 0
 * @param components the signals and what each added; contributions add up to {@code score.given}
 *     exactly; empty when no mark was given
 * @param keyPoints each key point and what became of it
 * @param keywords the words of the reference that were found and were not
 * @param feedback text for the candidate, and the only part of a grade that is
 * @param explanation text for the recruiter; names what the candidate did not say
 * @param flags what a person should know about the answer
 * @param review whether a person should look, and why
 * @param versions what made the grade
 * @param stats the size of the answer
 * @param decisionSupportOnly always true: a person decides
 */
public record Grade(
    String id,
    Instant createdAt,
    QuestionRef question,
    @Nullable String candidateRef,
    Answer.Purpose purpose,
    Status status,
    @Nullable ReasonGiven reason,
    @Nullable Score score,
    List<Component> components,
    List<KeyPointResult> keyPoints,
    KeywordResults keywords,
    Feedback feedback,
    Explanation explanation,
    List<Flag> flags,
    Review review,
    Versions versions,
    Stats stats,
    boolean decisionSupportOnly) {

  /** What became of the request for a mark. */
  public enum Status {
    /** A mark was given. */
    GRADED,
    /** A mark was given, and a person should look at it before it counts. */
    NEEDS_REVIEW,
    /** The answer or the question does not allow a mark; the reason says why. */
    NOT_GRADABLE,
    /** Something went wrong; that is never a zero. */
    FAILED
  }

  /** Question and revision that marked the answer. */
  public record QuestionRef(String id, String revision) {}

  /**
   * Why there is no mark.
   *
   * @param code stable, for machines
   * @param message one sentence, for people
   */
  public record ReasonGiven(Reason code, String message) {}

  /**
   * A mark.
   *
   * @param given the mark, from 0 to {@code maximum}, four decimals
   * @param maximum the most that can be given
   * @param band the mark in a word
   * @param interval where the mark of a fair examiner is expected, low and high; null as long as
   *     the scoring model has not been measured against examiners
   * @param calibration how marked answers of the question moved the mark; null where there are none
   * @param limit the most that could be given for what was found in the answer; null where nothing
   *     limited it
   */
  public record Score(
      double given,
      double maximum,
      Band band,
      @Nullable List<Double> interval,
      @Nullable Calibration calibration,
      @Nullable LimitGiven limit) {}

  /**
   * That something found in the answer keeps the mark down, whatever its signals say.
   *
   * @param most the highest mark that was possible, from 0 to the maximum
   * @param reason why, a stable code; an open list
   */
  public record LimitGiven(double most, String reason) {}

  /**
   * That answers to the question which people have marked moved the mark.
   *
   * @param markedAnswers how many of them did, above 0; those that cannot be marked do not count
   * @param uncalibrated the mark that the answer would have without them, from 0 to the maximum,
   *     four decimals
   */
  public record Calibration(int markedAnswers, double uncalibrated) {}

  /** A stretch of the answer that counted. */
  public record Evidence(int start, int end, String quote) {}

  /**
   * A key point and what became of it.
   *
   * @param id names the point within the question's revision: p1, p2, ...
   * @param label the point in the author's words
   * @param weight its worth relative to the other points
   * @param group the group of alternatives it belongs to; null when it stands alone
   * @param verdict covered, partial, missing or contradicted
   * @param counted whether it counts in the mark: of "any 2 of" a group, the best two do
   * @param coverage the share of the point's keywords found close together, in [0, 1]
   * @param evidence the words of the answer that counted; of a contradicted point, those that say
   *     the opposite
   * @param contradiction how it was told that the answer says the opposite; null when it does not
   * @param scoreIfCovered the score if the answer also covered this point and said no more than
   *     that, never below the score
   */
  public record KeyPointResult(
      String id,
      String label,
      double weight,
      @Nullable String group,
      Verdict verdict,
      boolean counted,
      double coverage,
      List<Evidence> evidence,
      @Nullable ContradictionFound contradiction,
      double scoreIfCovered) {}

  /**
   * That the answer says the opposite of a key point.
   *
   * @param likelihood how likely it does, in [0, 1], four decimals
   * @param signs what it was told by, the strongest first: opposite_word, negation, other_number,
   *     exchanged_roles, exchanged_names; an open list
   */
  public record ContradictionFound(double likelihood, List<ContradictionSign> signs) {}

  /**
   * The keywords of the reference.
   *
   * @param reference which reference the answer was closest to, counted from 0
   * @param matched found in the answer
   * @param missing not found; heaviest first
   */
  public record KeywordResults(
      int reference, List<MatchedKeyword> matched, List<MissingKeyword> missing) {

    static final KeywordResults NONE = new KeywordResults(0, List.of(), List.of());
  }

  /**
   * A keyword that the answer has.
   *
   * @param term the word as the reference writes it
   * @param weight how telling it is
   * @param match how it was found: word, compound, acronym or misspelling
   * @param evidence where the answer says it
   */
  public record MatchedKeyword(
      String term, double weight, KeywordMatch.Kind match, List<Evidence> evidence) {}

  /**
   * A keyword that the answer does not have.
   *
   * @param term the word as the reference writes it
   * @param weight how telling it is
   * @param referenceStart where the reference first says it
   * @param referenceEnd where that ends, exclusive
   */
  public record MissingKeyword(String term, double weight, int referenceStart, int referenceEnd) {}

  /**
   * Text for the candidate.
   *
   * @param summary one or two sentences to act on
   * @param strengths the points made
   * @param missing the points not made; always empty in a screening, where they would give the key
   *     away
   */
  public record Feedback(String summary, List<String> strengths, List<String> missing) {}

  /**
   * Something a person should know about an answer. A flag does not change the score, save that
   * sentences flagged as {@link FlagCode#GRADER_INSTRUCTIONS} are not marked.
   *
   * @param code stable, for machines
   * @param severity how much it matters
   * @param value how much of the answer it is about or how strong it is, from 0 to 1; what exactly
   *     depends on the code
   * @param message one sentence, for people
   * @param evidence where to look, a few places at most; empty where nothing can be pointed at
   */
  public record Flag(
      FlagCode code, Severity severity, double value, String message, List<Evidence> evidence) {

    public Flag {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * Text for the recruiter, never for a candidate.
   *
   * @param sentences how the mark came about and whether a person should look, in plain sentences
   * @param changes what would raise the mark, largest gain first
   */
  public record Explanation(List<String> sentences, List<Change> changes) {

    /** Keeps its own copies. */
    public Explanation {
      sentences = List.copyOf(sentences);
      changes = List.copyOf(changes);
    }
  }

  /**
   * What would raise the mark: a key point that the answer does not wholly cover.
   *
   * @param keyPoint the id of the point
   * @param label the point in the author's words
   * @param verdict what the answer does with it
   * @param score the score if the answer covered it, {@code scoreIfCovered} of the point
   * @param gain by how much that is more, above 0, four decimals
   */
  public record Change(String keyPoint, String label, Verdict verdict, double score, double gain) {}

  /**
   * Whether a person should look at the mark before it counts.
   *
   * @param required whether a person should; then the status is {@code NEEDS_REVIEW}
   * @param doubt how doubtful the mark is, in [0, 1], four decimals: the higher, the sooner a
   *     person should look; no probability; null when no mark was given
   * @param reasons why a person should look, most important first; empty when nobody need
   */
  public record Review(boolean required, @Nullable Double doubt, List<ReviewReasonGiven> reasons) {

    static final Review NONE = new Review(false, null, List.of());

    /** Keeps its own copy. */
    public Review {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Why a person should look.
   *
   * @param code stable, for machines
   * @param message one sentence, for the recruiter
   */
  public record ReviewReasonGiven(ReviewReason code, String message) {}

  /**
   * What made the grade.
   *
   * @param service version of docimo
   * @param scorer version of the scoring model
   * @param question revision of the question
   * @param encoder the sentence encoder; null when the marks come from words alone
   * @param reviewPolicy the policy that decided whether a person should look
   */
  public record Versions(
      String service,
      String scorer,
      String question,
      @Nullable String encoder,
      String reviewPolicy) {}

  /**
   * The size of the answer.
   *
   * @param words words, numbers and formulas
   * @param sentences sentences and list items
   * @param tokensIgnored how many tokens were left out of the marking: those of instructions to the
   *     grader
   * @param unknownWords words that neither the background collection nor the question knows
   * @param formulas how many of the words are formulas, code or numbers
   */
  public record Stats(int words, int sentences, int tokensIgnored, int unknownWords, int formulas) {

    static final Stats NONE = new Stats(0, 0, 0, 0, 0);
  }

  public Grade {
    components = List.copyOf(components);
    keyPoints = List.copyOf(keyPoints);
    flags = List.copyOf(flags);
  }
}
