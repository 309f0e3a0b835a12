package docimo.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds which tokens of a sentence stand inside a negation. A cue ("not", "n't", "without", "fails
 * to", "no longer") negates what follows it up to the end of the clause; a second cue inside turns
 * the sense back, so that "does not fail to converge" affirms.
 *
 * <p>The approach is that of NegEx (Chapman et al. 2001, "A simple algorithm for identifying
 * negated findings and diseases in discharge summaries", section 2): cues, a scope that runs
 * forward, words that end it, and phrases that look like cues and are none.
 */
final class Negation {

  /** A word as negation sees it: lower case, with its part of speech. */
  record Word(String text, String lemma, String tag) {}

  private static final Set<String> CUES =
      Set.of(
          "not",
          "n't",
          "nt",
          "no",
          "never",
          "none",
          "nobody",
          "nothing",
          "nowhere",
          "neither",
          "nor",
          "without",
          "cannot",
          "hardly",
          "barely",
          "scarcely",
          "lack",
          "absent",
          "unable",
          "incapable");
  private static final Set<String> CUE_NOUNS = Set.of("lack", "absence");
  private static final Set<String> FAILING = Set.of("fail", "refuse", "cease");
  private static final Set<String> SCOPE_ENDS =
      Set.of(
          "but",
          "however",
          "although",
          "though",
          "whereas",
          "while",
          "because",
          "since",
          "so",
          "unless",
          "therefore",
          "thus",
          "hence",
          "instead",
          "yet",
          "except",
          "which",
          "if",
          "when");
  private static final Set<String> CLAUSE_MARKS = Set.of(",", ";", ":", ".", "!", "?", "(", ")");
  private static final Set<String> DASHES = Set.of("-", "–", "—", "--");

  /** Words that make what follows less: "depends less on", "prevents", "reduces". */
  private static final Set<String> LESSENING =
      Set.of(
          "less",
          "few",
          "reduce",
          "prevent",
          "avoid",
          "eliminate",
          "remove",
          "decrease",
          "minimize",
          "minimise",
          "mitigate",
          "lower",
          "limit",
          "lessen",
          "diminish",
          "stop",
          "weaken",
          "solve",
          "counter",
          "combat",
          "suppress");

  private final List<Word> words;
  private final boolean[] negated;
  private final boolean[] lessened;

  private Negation(List<Word> words) {
    this.words = words;
    this.negated = new boolean[words.size()];
    this.lessened = new boolean[words.size()];
  }

  /** Reads a sentence. Cues themselves count as neither negated nor lessened. */
  static Negation of(List<Word> words) {
    Negation negation = new Negation(words);
    negation.mark();
    return negation;
  }

  /** Whether the word at this index is negated. */
  boolean isNegated(int index) {
    return negated[index];
  }

  /** Whether the word at this index is made less by one before it. */
  boolean isLessened(int index) {
    return lessened[index];
  }

  private void mark() {
    boolean inside = false;
    boolean less = false;
    for (int i = 0; i < words.size(); ) {
      int cueLength = cueLength(i);
      if (cueLength > 0) {
        inside = !inside || continuesList(i);
        i += cueLength;
      } else {
        if (endsScope(i)) {
          inside = false;
          less = false;
        }
        negated[i] = inside;
        lessened[i] = less;
        less |= LESSENING.contains(words.get(i).lemma()) || LESSENING.contains(text(i));
        i++;
      }
    }
  }

  /** "neither fast nor cheap": the second cue repeats the first instead of undoing it. */
  private boolean continuesList(int at) {
    return text(at).equals("nor");
  }

  /** How many words the cue that begins here has; 0 when none does. */
  private int cueLength(int at) {
    String word = text(at);
    if (FAILING.contains(words.get(at).lemma()) && text(at + 1).equals("to")) {
      return 2;
    }
    if (CUE_NOUNS.contains(words.get(at).lemma())) {
      return 1;
    }
    if ((word.equals("instead") && text(at + 1).equals("of"))
        || (word.equals("rather") && text(at + 1).equals("than"))) {
      return 2;
    }
    if (!CUES.contains(word) || isPseudoCue(at)) {
      return 0;
    }
    return word.equals("no") && text(at + 1).equals("longer") ? 2 : 1;
  }

  /** "not only", "no doubt", "no matter": cues in form, none in meaning. */
  private boolean isPseudoCue(int at) {
    String next = text(at + 1);
    return switch (text(at)) {
      case "not" -> Set.of("only", "just", "merely", "simply", "necessarily").contains(next);
      case "no" -> Set.of("doubt", "matter", "wonder").contains(next);
      default -> false;
    };
  }

  private boolean endsScope(int at) {
    String word = text(at);
    if (SCOPE_ENDS.contains(word) || CLAUSE_MARKS.contains(word) || DASHES.contains(word)) {
      return !(word.equals(",") && listGoesOn(at));
    }
    return (word.equals("and") || word.equals("or") || word.equals("then")) && startsClause(at + 1);
  }

  /** "without labels, targets or rewards": after a comma, nouns up to an "or" are still denied. */
  private boolean listGoesOn(int comma) {
    for (int i = comma + 1; i < Math.min(words.size(), comma + 5); i++) {
      String word = text(i);
      if (word.equals("or") || word.equals("nor")) {
        return true;
      }
      if (isVerb(i) || (CLAUSE_MARKS.contains(word) && !word.equals(","))) {
        return false;
      }
    }
    return false;
  }

  /** Whether a new clause with a subject of its own begins here: "and the decoder rebuilds". */
  private boolean startsClause(int at) {
    boolean subject = false;
    for (int i = at; i < Math.min(words.size(), at + 5); i++) {
      String tag = words.get(i).tag();
      if (isVerb(i)) {
        return subject;
      }
      if (tag.equals("NOUN") || tag.equals("PROPN") || tag.equals("PRON")) {
        subject = true;
      } else if (!(tag.equals("DET") || tag.equals("ADJ") || tag.equals("ADV"))) {
        return false;
      }
    }
    return false;
  }

  private boolean isVerb(int at) {
    String tag = words.get(at).tag();
    return tag.equals("VERB") || tag.equals("AUX");
  }

  private String text(int at) {
    return at < words.size() ? words.get(at).text().toLowerCase(Locale.ROOT) : "";
  }
}
