package docimo.text;

import docimo.text.NegationCues.Cue;
import docimo.text.NegationCues.Reach;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds which tokens of a sentence stand inside a negation. A cue ("not", "n't", "without", "fails
 * to", "no longer") negates what follows it up to the end of the clause; a second cue inside turns
 * the sense back, so that "does not fail to converge" affirms. What stands in brackets is read by
 * itself.
 *
 * <p>The approach is that of NegEx (Chapman et al. 2001, "A simple algorithm for identifying
 * negated findings and diseases in discharge summaries", section 2): cues, a scope that runs
 * forward, words that end it, and phrases that look like cues and are none.
 */
final class Negation {

  /** A word as negation sees it: in lower case, with its part of speech. */
  record Word(String lower, String lemma, String tag) {

    /** The tagger does not know what "can't" and "won't" leave when the negation is cut off. */
    private static final Set<String> CUT_AUXILIARIES = Set.of("ca", "wo", "sha");

    private static final Set<String> INFINITE = Set.of("be", "been", "being", "having");

    static Word of(String text, String lemma, String tag) {
      String lower = text.toLowerCase(Locale.ROOT);
      return new Word(lower, lemma, CUT_AUXILIARIES.contains(lower) ? "AUX" : tag);
    }

    boolean isVerb() {
      return tag.equals("VERB") || tag.equals("AUX");
    }

    boolean isNominal() {
      return tag.equals("NOUN") || tag.equals("PROPN") || tag.equals("PRON");
    }

    /** A verb that has its own subject: "is", "learns"; not "learn", "learning", "learned". */
    boolean isFinite() {
      return (tag.equals("AUX") && !INFINITE.contains(lower))
          || (tag.equals("VERB") && lower.endsWith("s") && !isBase());
    }

    boolean isBase() {
      return lower.equals(lemma);
    }
  }

  /** What is known of the scope at a word. */
  private static final class Scope {
    boolean negated;
    boolean lessened;
    Reach reach = Reach.CLAUSE;

    /** Whether the cue stands in a relative clause: "data which is not labelled". */
    boolean relative;

    /** Whether the cue stands before the verb of its clause: "graphs without cycles are trees". */
    boolean inSubject;

    /** Whether the cue denies a verb in its base form: "does not learn". */
    boolean deniesBase;

    boolean sawContent;
    boolean sawNoun;
    boolean sawBase;
    boolean sawFinite;

    void end() {
      negated = false;
      lessened = false;
    }
  }

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
          "until",
          "where",
          "therefore",
          "thus",
          "hence",
          "instead",
          "yet",
          "except",
          "which",
          "if",
          "when");
  private static final Set<String> DASHES = Set.of("-", "–", "—", "--");
  private static final Set<String> CONJUNCTIONS = Set.of("and", "or", "then");

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
  private final NegationCues cues;
  private final Clauses clauses;
  private final boolean[] negated;
  private final boolean[] lessened;

  private Negation(List<Word> words) {
    this.words = words;
    this.cues = new NegationCues(words);
    this.clauses = new Clauses(words, cues);
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
    Deque<Scope> outside = new ArrayDeque<>();
    Scope scope = new Scope();
    for (int i = 0; i < words.size(); ) {
      Cue cue = cues.at(i);
      if (cue != null) {
        scope = opened(scope, i, cue);
        i = clauses.afterParenthesis(i + cue.length());
        continue;
      }
      if (text(i).equals("(")) {
        outside.push(scope);
        scope = new Scope();
      } else if (text(i).equals(")")) {
        scope = outside.isEmpty() ? new Scope() : outside.pop();
      } else {
        read(i, scope);
      }
      i++;
    }
  }

  /** A second cue turns the sense back, save where it only repeats: "neither fast nor cheap". */
  private Scope opened(Scope before, int cueStart, Cue cue) {
    Scope scope = new Scope();
    scope.negated = !before.negated || text(cueStart).equals("nor");
    scope.lessened = before.lessened;
    scope.reach = cue.reach();
    scope.relative = clauses.isInRelativeClause(cueStart);
    scope.inSubject = clauses.isInSubject(cueStart);
    int next = cueStart + cue.length();
    while (next < words.size() && words.get(next).tag().equals("ADV")) {
      next++;
    }
    scope.deniesBase = next < words.size() && words.get(next).isVerb() && words.get(next).isBase();
    return scope;
  }

  private void read(int at, Scope scope) {
    if (endsClause(at, scope) || (scope.negated && endsReach(at, scope))) {
      scope.end();
    }
    Word word = words.get(at);
    negated[at] = scope.negated;
    lessened[at] = scope.lessened;
    scope.lessened |= LESSENING.contains(word.lemma()) || LESSENING.contains(word.lower());
    scope.sawNoun |= word.isNominal();
    scope.sawBase |= word.isVerb() && word.isBase();
    scope.sawFinite |= word.tag().equals("VERB") && word.isFinite();
    scope.sawContent |= word.isNominal() || word.tag().equals("VERB") || word.tag().equals("ADJ");
  }

  private boolean endsReach(int at, Scope scope) {
    Word word = words.get(at);
    if (scope.relative && scope.sawContent && word.isFinite()) {
      return true;
    }
    return switch (scope.reach) {
      case CLAUSE -> false;
      case NOUN -> scope.sawNoun && word.isFinite();
      case PREPOSITION ->
          scope.sawContent
              && ((scope.inSubject && word.isFinite())
                  || ((word.tag().equals("DET") || word.tag().equals("PRON"))
                      && clauses.startsClause(at)));
    };
  }

  private boolean endsClause(int at, Scope scope) {
    String word = text(at);
    if (CONJUNCTIONS.contains(word)) {
      return clauses.startsClause(at + 1)
          || clauses.startsPredicate(at + 1, scope.sawBase, scope.sawFinite);
    }
    if (word.equals(",")) {
      return !clauses.listGoesOn(at, scope.deniesBase);
    }
    return Clauses.MARKS.contains(word)
        || DASHES.contains(word)
        || (SCOPE_ENDS.contains(word) && !isDenied(at));
  }

  /** "Not because of noise": the word that would end the clause is itself what is denied. */
  private boolean isDenied(int at) {
    return at > 0 && cues.at(at - 1) != null;
  }

  private String text(int at) {
    return at < words.size() ? words.get(at).lower() : "";
  }
}
