package docimo.grading;

import docimo.grading.Grade.Evidence;
import docimo.grading.Grade.Flag;
import docimo.text.AnalyzedText;
import docimo.text.Disguise;
import docimo.text.Disguise.Place;
import docimo.text.HiddenText;
import docimo.text.Retractions;
import docimo.text.Sentence;
import docimo.text.WordOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds what a person should know about an answer, apart from its mark. The flags come in the order
 * of {@link FlagCode}, each code once at most. Thread-safe.
 */
final class AnswerChecks {

  /** Nobody looks at more places than these to believe a flag. */
  static final int MOST_EVIDENCE = 5;

  /** Fewer disguised words are a slip of a keyboard with two scripts, or a formula. */
  private static final int FEWEST_HEAVY_WORDS = 3;

  /** Under this share of the words a disguise hides nothing that decides a mark. */
  private static final double HEAVY_SHARE = 0.05;

  /** One word with something unseen inside is what copying leaves behind. */
  private static final int COPIED_ALONG = 1;

  /** Programs put a pair of isolates around a name that they insert. */
  private static final int EMBEDDED_ANYWAY = 2;

  /** So many unseen characters spell a word. */
  private static final int FEWEST_HIDDEN = 3;

  private final ProseCheck prose;
  private final OtherReferences others;

  AnswerChecks() {
    this(new ProseCheck(WordOrder.load()), OtherReferences.NONE);
  }

  private AnswerChecks(ProseCheck prose, OtherReferences others) {
    this.prose = prose;
    this.others = others;
  }

  /** The same checks, which know the references of other questions. */
  AnswerChecks with(OtherReferences known) {
    return new AnswerChecks(prose, known);
  }

  /** Flags that hold whether or not the answer can be marked. */
  static List<Flag> ofText(AnalyzedText text, List<Sentence> ignored) {
    List<Flag> flags = new ArrayList<>();
    Disguise disguise = text.source().disguise();
    if (!disguise.equals(Disguise.NONE)) {
      int words = Math.max(1, text.wordCount());
      disguisedLetters(text, disguise, words, flags);
      invisibleCharacters(text, disguise, words, flags);
      directions(text, disguise, flags);
    }
    hiddenText(text, flags);
    if (!ignored.isEmpty()) {
      double share = (double) ignored.size() / (text.sentences().size() + ignored.size());
      flags.add(flag(FlagCode.GRADER_INSTRUCTIONS, Severity.HIGH, share, sentences(text, ignored)));
    }
    return flags;
  }

  /** All flags of an answer that can be marked. */
  List<Flag> of(CompiledQuestion key, Reading reading) {
    List<Flag> flags = new ArrayList<>(ofText(reading.text(), reading.ignored()));
    List<Sentence> retractions = Retractions.in(reading.text());
    if (!retractions.isEmpty()) {
      flags.add(flag(FlagCode.RETRACTED, Severity.HIGH, 1, sentences(reading.text(), retractions)));
    }
    flags.addAll(prose.of(key.checks(), reading));
    TopicCheck.of(key.checks(), reading).ifPresent(flags::add);
    others.check(reading.text(), key.checks().runs()).ifPresent(flags::add);
    if (flags.stream().noneMatch(flag -> flag.code().isNotProse())) {
      CopyCheck.of(key.checks(), reading).ifPresent(flags::add);
    }
    return flags;
  }

  private static void hiddenText(AnalyzedText text, List<Flag> flags) {
    List<Evidence> tags =
        HiddenText.in(text.source().original()).stream()
            .limit(MOST_EVIDENCE)
            .map(tag -> Quotes.of(text, tag[0], tag[1]))
            .toList();
    if (!tags.isEmpty()) {
      flags.add(flag(FlagCode.HIDDEN_TEXT, Severity.HIGH, 1, tags));
    }
  }

  private static void disguisedLetters(
      AnalyzedText text, Disguise disguise, int words, List<Flag> flags) {
    List<Place> places =
        Stream.concat(disguise.lookAlikes().stream(), disguise.styled().stream()).toList();
    if (!places.isEmpty()) {
      double share = Math.min(1, (double) places.size() / words);
      boolean heavy = places.size() >= FEWEST_HEAVY_WORDS && share >= HEAVY_SHARE;
      flags.add(flag(FlagCode.DISGUISED_LETTERS, severity(heavy), share, places(text, places)));
    }
  }

  private static void invisibleCharacters(
      AnalyzedText text, Disguise disguise, int words, List<Flag> flags) {
    boolean spelled = disguise.hidden().size() >= FEWEST_HIDDEN;
    if (disguise.split().size() > COPIED_ALONG || spelled) {
      double share = Math.min(1, (double) disguise.split().size() / words);
      // soft hyphens all over come with text that was copied from a page
      int telling = disguise.split().size() - disguise.hyphenated();
      boolean heavy = telling >= FEWEST_HEAVY_WORDS && share >= HEAVY_SHARE;
      flags.add(
          flag(
              FlagCode.INVISIBLE_CHARACTERS,
              severity(heavy || spelled),
              share,
              places(text, spelled ? disguise.hidden() : disguise.split())));
    }
  }

  private static void directions(AnalyzedText text, Disguise disguise, List<Flag> flags) {
    int embedded = disguise.embedded().size();
    boolean forced = !disguise.overridden().isEmpty();
    if (forced || embedded > EMBEDDED_ANYWAY) {
      flags.add(
          flag(
              FlagCode.BIDIRECTIONAL_CONTROLS,
              severity(forced),
              1,
              places(text, forced ? disguise.overridden() : disguise.embedded())));
    }
  }

  private static Severity severity(boolean heavy) {
    return heavy ? Severity.HIGH : Severity.INFO;
  }

  static Flag flag(FlagCode code, Severity severity, double value, List<Evidence> evidence) {
    double shown = ScoringModel.round(Math.min(1, Math.max(0, value)));
    return new Flag(code, severity, shown, code.message(), evidence);
  }

  static List<Evidence> sentences(AnalyzedText text, List<Sentence> sentences) {
    return sentences.stream()
        .limit(MOST_EVIDENCE)
        .map(sentence -> Quotes.of(text, sentence.start(), sentence.end()))
        .toList();
  }

  private static List<Evidence> places(AnalyzedText text, List<Place> places) {
    return places.stream()
        .limit(MOST_EVIDENCE)
        .map(place -> Quotes.of(text, place.start(), place.end()))
        .toList();
  }
}
