package docimo.text;

import docimo.text.Negation.Word;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words that negate: which there are, how far each of them reaches, and the phrases that look
 * like them and are none.
 */
final class NegationCues {

  /** How far a cue reaches, beyond the end of its clause where every cue ends. */
  enum Reach {
    /** The whole clause: "does not", "never". */
    CLAUSE,
    /** The phrase that it governs: "without labels" says nothing of the main clause. */
    PREPOSITION,
    /** Up to the verb, of which it is the subject: "the lack of data hurts". */
    NOUN
  }

  /**
   * A cue found in a sentence.
   *
   * @param length how many words it has, at least 1
   */
  record Cue(int length, Reach reach) {}

  private static final Set<String> PLAIN =
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
          "cannot",
          "hardly",
          "barely",
          "scarcely",
          "rarely",
          "seldom",
          "lack",
          "absent",
          "unable",
          "incapable",
          "impossible");
  private static final Set<String> NOUNS = Set.of("lack", "absence");
  private static final Set<String> FAILING = Set.of("fail", "failure", "refuse", "cease");

  /** "Not only", "isn't just": what follows is affirmed and more besides. */
  private static final Set<String> ADDING =
      Set.of("only", "just", "merely", "simply", "solely", "necessarily");

  private static final Set<String> EMPHASIS = Set.of("doubt", "matter", "wonder");

  /** "No it does not": what these begin is a new clause, and the "no" before it an interjection. */
  private static final Set<String> PERSONAL =
      Set.of("i", "you", "he", "she", "it", "we", "they", "this", "that", "there");

  /** "No more than ten" sets a bound; it does not deny the ten. */
  private static final Set<String> BOUNDS = Set.of("more", "less", "fewer", "later", "earlier");

  private final List<Word> words;

  NegationCues(List<Word> words) {
    this.words = words;
  }

  /** The cue that begins with this word; null when none does. */
  @Nullable Cue at(int index) {
    String word = text(index);
    String next = text(index + 1);
    String lemma = lemma(index);
    if (FAILING.contains(lemma) && next.equals("to")) {
      return new Cue(2, isNoun(index) ? Reach.NOUN : Reach.CLAUSE);
    }
    if (NOUNS.contains(lemma)) {
      return new Cue(1, isNoun(index) ? Reach.NOUN : Reach.CLAUSE);
    }
    if (word.equals("without")) {
      return new Cue(1, Reach.PREPOSITION);
    }
    if ((word.equals("instead") && next.equals("of"))
        || (word.equals("rather") && next.equals("than"))) {
      return new Cue(2, Reach.PREPOSITION);
    }
    if (!PLAIN.contains(word) || isPseudo(index)) {
      return null;
    }
    if (word.equals("no") && text(index - 1).equals("with")) {
      return new Cue(1, Reach.PREPOSITION);
    }
    boolean two = word.equals("no") && (next.equals("longer") || next.equals("one"));
    return new Cue(two ? 2 : 1, Reach.CLAUSE);
  }

  /** "Not only", "no doubt", "no more than ten", "nothing but": cues in form, none in meaning. */
  private boolean isPseudo(int at) {
    String next = text(at + 1);
    return switch (text(at)) {
      case "not" ->
          ADDING.contains(next) || (text(at - 1).equals("or") && follows("whether", at - 1));
      case "n't", "nt" -> ADDING.contains(next);
      case "no" ->
          EMPHASIS.contains(next)
              || (BOUNDS.contains(next) && text(at + 2).equals("than"))
              || PERSONAL.contains(next);
      case "nothing" -> next.equals("but");
      default -> false;
    };
  }

  private boolean follows(String word, int at) {
    for (int i = at - 1; i >= 0; i--) {
      if (text(i).equals(word)) {
        return true;
      }
    }
    return false;
  }

  private String text(int at) {
    return at >= 0 && at < words.size() ? words.get(at).lower() : "";
  }

  private boolean isNoun(int at) {
    return tag(at).equals("NOUN");
  }

  private String lemma(int at) {
    return words.get(at).lemma();
  }

  private String tag(int at) {
    return at < words.size() ? words.get(at).tag() : "";
  }
}
