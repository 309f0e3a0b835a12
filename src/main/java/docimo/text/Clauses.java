package docimo.text;

import docimo.text.Negation.Word;
import java.util.List;
import java.util.Set;

/** Looks a few words around to tell where the clauses of a sentence begin and go on. */
final class Clauses {

  /** Marks that stand between clauses. */
  static final Set<String> MARKS = Set.of(",", ";", ":", ".", "!", "?");

  private static final Set<String> RELATIVE = Set.of("that", "which", "who");

  /** Auxiliaries that may also be the bare form under another: "does not learn or have weights". */
  private static final Set<String> BARE = Set.of("do", "have");

  /** How far ahead the structure of a clause is looked for. */
  private static final int AHEAD = 5;

  private final List<Word> words;
  private final NegationCues cues;

  Clauses(List<Word> words, NegationCues cues) {
    this.words = words;
    this.cues = cues;
  }

  /** "Does not, in general, slow": what stands between the commas interrupts the scope. */
  int afterParenthesis(int at) {
    if (text(at).equals(",")) {
      for (int i = at + 1; i < Math.min(words.size(), at + AHEAD); i++) {
        if (text(i).equals(",")) {
          return i + 1;
        }
        if (words.get(i).isVerb() || cues.at(i) != null) {
          return at;
        }
      }
    }
    return at;
  }

  /** "Without labels, targets or rewards": after a comma, words up to an "or" are still denied. */
  boolean listGoesOn(int comma, boolean deniesBase) {
    for (int i = comma + 1; i < Math.min(words.size(), comma + AHEAD); i++) {
      String word = text(i);
      if (word.equals("or") || word.equals("nor")) {
        return true;
      }
      boolean listed = deniesBase && words.get(i).isBase();
      if ((words.get(i).isVerb() && !listed) || (MARKS.contains(word) && !word.equals(","))) {
        return false;
      }
    }
    return false;
  }

  /** Whether a new clause with a subject of its own begins here: "and the decoder rebuilds". */
  boolean startsClause(int at) {
    boolean subject = false;
    for (int i = at; i < Math.min(words.size(), at + AHEAD); i++) {
      Word word = words.get(i);
      if (word.isVerb()) {
        return subject;
      }
      if (word.isNominal()) {
        subject = true;
      } else if (!(word.tag().equals("DET")
          || word.tag().equals("ADJ")
          || word.tag().equals("ADV"))) {
        return false;
      }
    }
    return false;
  }

  /**
   * Whether a second predicate of the same subject begins here that has its own polarity: "does not
   * learn and does not forget", "does not learn and stays as it is", "is not held and is free",
   * "has no order and loses packets". A verb is joined to one of the same form: when the denial
   * holds such a verb, the second is denied with it: "cannot read and write", "never reads and
   * writes".
   *
   * @param holdsBase whether a verb in its base form is denied before this place
   * @param holdsFinite whether a finite verb is
   */
  boolean startsPredicate(int at, boolean holdsBase, boolean holdsFinite) {
    for (int i = at; i < Math.min(words.size(), at + 3); i++) {
      if (cues.at(i) != null) {
        return true;
      }
      Word word = words.get(i);
      if (word.tag().equals("AUX") && word.isFinite() && !BARE.contains(word.lower())) {
        return true;
      }
      if ((word.tag().equals("VERB") && word.isFinite()) || isVerbTakenForNoun(i)) {
        return !holdsFinite;
      }
      if (word.tag().equals("VERB") && word.isBase()) {
        return !holdsBase;
      }
      if (!(word.isVerb() || word.tag().equals("PRON") || word.tag().equals("ADV"))) {
        return false;
      }
    }
    return false;
  }

  /** "Scales horizontally", "queues the job": a plural noun stands before no such word. */
  private boolean isVerbTakenForNoun(int at) {
    Word word = words.get(at);
    return word.tag().equals("NOUN")
        && word.lower().endsWith("s")
        && !word.isBase()
        && at + 1 < words.size()
        && (words.get(at + 1).tag().equals("DET")
            || (words.get(at + 1).tag().equals("ADV") && text(at + 1).endsWith("ly")));
  }

  /** Whether a relative clause was opened just before: a noun, "that", and at most an auxiliary. */
  boolean isInRelativeClause(int cue) {
    for (int i = cue - 1; i > 0 && i >= cue - 3; i--) {
      Word word = words.get(i);
      if (RELATIVE.contains(word.lower())) {
        return words.get(i - 1).isNominal();
      }
      if (!(word.tag().equals("AUX") || word.tag().equals("ADV"))) {
        return false;
      }
    }
    return false;
  }

  /** Whether no verb stands between the beginning of the clause and this word. */
  boolean isInSubject(int at) {
    for (int i = at - 1; i >= 0 && !MARKS.contains(text(i)); i--) {
      if (words.get(i).isVerb() && !text(i).endsWith("ing")) {
        return false;
      }
    }
    return true;
  }

  private String text(int at) {
    return at < words.size() ? words.get(at).lower() : "";
  }
}
