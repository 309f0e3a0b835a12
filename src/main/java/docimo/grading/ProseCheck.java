package docimo.grading;

import docimo.grading.Grade.Flag;
import docimo.similarity.OrderAgreement;
import docimo.text.AnalyzedText;
import docimo.text.Listing;
import docimo.text.Repetition;
import docimo.text.Templates;
import docimo.text.WordOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recognises answers that are no prose. What is measured and why the borders are where they are is
 * in decision 13. Thread-safe.
 */
final class ProseCheck {

  /** Fewer words can be in any order. */
  private static final int FEWEST_WORDS = 15;

  /** Honest notes have a fifth of function words, lists of keywords nearly none. */
  private static final double FUNCTION_WORDS_OF_A_LIST = 0.15;

  /** In honest notes most words belong to an item of several. */
  private static final double MOSTLY_SINGLE = 0.65;

  /** Shuffled prose has the function words of prose, more than a third. */
  private static final double FUNCTION_WORDS_OF_PROSE = 0.25;

  /** Honest notes reach down to here however long they are; shuffled words are below. */
  private static final double DISORDER = -0.1;

  /** How much further a short text may fall by chance: this over the root of its neighbours. */
  private static final double DISORDER_OF_SHORT = 1.3;

  /** Answers of keywords have few words of their own ... */
  private static final double ALL_SHARED = 0.8;

  /** ... in an order that is not the reference's: honest answers keep a third of the pairs. */
  private static final double NO_AGREEMENT = 0.25;

  private static final int FEWEST_PAIRS = 10;

  /** Prose in any order of ideas is above, keywords with function words between them below. */
  private static final double ORDER_OF_PROSE = 0.15;

  private static final int FEWEST_EMPTY_SENTENCES = 4;
  private static final double MOSTLY_EMPTY = 0.6;

  private static final int FEWEST_REPEATED_WORDS = 16;
  private static final double MUCH_REPEATED = 0.35;

  /** Nobody says by mistake the same three times over. */
  private static final double MOSTLY_REPEATED = 0.6;

  private final WordOrder order;

  ProseCheck(WordOrder order) {
    this.order = order;
  }

  List<Flag> of(CheckedAgainst key, Reading reading) {
    List<Flag> flags = new ArrayList<>();
    AnalyzedText text = reading.text();
    Listing listing = Listing.of(text.sentences());
    keywordList(key, text, listing).ifPresent(flags::add);
    if (flags.isEmpty()) {
      shuffled(text, listing).or(() -> dealtOut(key, reading)).ifPresent(flags::add);
    }
    repetitious(text).ifPresent(flags::add);
    return flags;
  }

  private static Optional<Flag> keywordList(
      CheckedAgainst key, AnalyzedText text, Listing listing) {
    double single = listing.aloneShare() + listing.rowShare();
    if (listing.words() > key.listed()
        && listing.functionShare() <= FUNCTION_WORDS_OF_A_LIST
        && single >= MOSTLY_SINGLE) {
      return Optional.of(
          AnswerChecks.flag(FlagCode.KEYWORD_LIST, Severity.HIGH, single, List.of()));
    }
    Templates templates = Templates.of(text);
    if (templates.empty().size() >= FEWEST_EMPTY_SENTENCES && templates.share() >= MOSTLY_EMPTY) {
      return Optional.of(
          AnswerChecks.flag(
              FlagCode.KEYWORD_LIST,
              Severity.HIGH,
              templates.share(),
              AnswerChecks.sentences(text, templates.empty())));
    }
    return Optional.empty();
  }

  /** The words of a reference in another order, with function words in between or not. */
  private Optional<Flag> dealtOut(CheckedAgainst key, Reading reading) {
    for (OrderAgreement.Reference reference : key.orders()) {
      OrderAgreement agreement = OrderAgreement.of(reading.tokens(), reference);
      if (agreement.pairs() >= FEWEST_PAIRS
          && agreement.shared() >= ALL_SHARED
          && agreement.agreement() <= NO_AGREEMENT
          && order.of(reading.text().sentences()).association() <= ORDER_OF_PROSE) {
        return Optional.of(
            AnswerChecks.flag(
                FlagCode.KEYWORD_LIST, Severity.HIGH, 1 - agreement.agreement(), List.of()));
      }
    }
    return Optional.empty();
  }

  private Optional<Flag> shuffled(AnalyzedText text, Listing listing) {
    if (listing.words() < FEWEST_WORDS || listing.functionShare() < FUNCTION_WORDS_OF_PROSE) {
      return Optional.empty();
    }
    WordOrder.Measure measure = order.of(text.sentences());
    double border = DISORDER - DISORDER_OF_SHORT / Math.sqrt(measure.pairs());
    return measure.association() > border
        ? Optional.empty()
        : Optional.of(
            AnswerChecks.flag(FlagCode.SHUFFLED, Severity.HIGH, -measure.association(), List.of()));
  }

  private static Optional<Flag> repetitious(AnalyzedText text) {
    Repetition repetition = Repetition.of(text);
    return repetition.words() >= FEWEST_REPEATED_WORDS && repetition.share() >= MUCH_REPEATED
        ? Optional.of(
            AnswerChecks.flag(
                FlagCode.REPETITIOUS,
                repetition.share() >= MOSTLY_REPEATED ? Severity.HIGH : Severity.WARNING,
                repetition.share(),
                AnswerChecks.sentences(text, repetition.sentences())))
        : Optional.empty();
  }
}
