package docimo.similarity;

import docimo.text.Quantity;
import docimo.text.Sentence;
import docimo.text.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What in a sentence speaks against a statement that it has to do with: each sign in [0, 1], 0 when
 * there is none. Immutable.
 *
 * @param opposite how alike the contexts of the nearest pair of antonyms are
 * @param denied of the statement's content words that the sentence has, the share that it has under
 *     the opposite polarity only; 0 where that is a single word
 * @param number 1 when the sentence has a number where the statement has another of the same unit
 * @param roles how clearly two things have changed places around the same verb
 * @param names 1 when it says of one thing what the statement says of another
 * @param evidence the words of the sentence that say so, in order
 */
public record Clash(
    double opposite,
    double denied,
    double number,
    double roles,
    double names,
    List<Token> evidence) {

  /** Nothing speaks against it. */
  public static final Clash NONE = new Clash(0, 0, 0, 0, 0, List.of());

  /** What a sentence says of the wrong thing. */
  public static Clash ofNames(List<Token> evidence) {
    return new Clash(0, 0, 0, 0, 1, evidence);
  }

  public Clash {
    evidence = List.copyOf(evidence);
  }

  /** Finds clashes between statements of one key and sentences of one answer. */
  public static final class Finder {

    /** From this likeness on two words are taken to be about the same thing. */
    private static final float ALIGNED = 0.3f;

    /** The likeness of a pair whose vectors are not known. */
    private static final float UNKNOWN = 0.5f;

    /** From this likeness on two verbs are taken to say the same. */
    private static final float SAME_VERB = 0.45f;

    /** By so much things must fit better in exchanged places than in their own. */
    private static final float EXCHANGED = 0.25f;

    /** And so alike they must be to what stands in the other place. */
    private static final float IN_PLACE = 0.8f;

    /** A single word may stand under a negation that is about another: "doesn't say how big". */
    private static final int FEWEST_DENIED = 2;

    private final @Nullable WordVectors said;
    private final Antonyms antonyms;

    /**
     * @param said the vectors of the answer; null without an encoder
     */
    public Finder(@Nullable WordVectors said, Antonyms antonyms) {
      this.said = said;
      this.antonyms = antonyms;
    }

    /**
     * Compares a statement with a sentence.
     *
     * @param statement the sentences of the statement, one as a rule
     * @param meant the vectors of the statement; null without an encoder
     * @param sentence a sentence of the answer
     */
    public Clash find(List<Sentence> statement, @Nullable WordVectors meant, Sentence sentence) {
      List<Token> words = statement.stream().flatMap(s -> s.tokens().stream()).toList();
      Set<Token> evidence = new HashSet<>();
      double opposite = opposite(words, meant, sentence.tokens(), evidence);
      double denied = denied(words, sentence.tokens(), evidence);
      double number = number(words, sentence.tokens(), evidence);
      double roles = roles(statement, meant, sentence, evidence);
      return new Clash(
          opposite,
          denied,
          number,
          roles,
          0,
          sentence.tokens().stream().filter(evidence::contains).toList());
    }

    private double opposite(
        List<Token> words, @Nullable WordVectors meant, List<Token> sentence, Set<Token> evidence) {
      Set<String> own = forms(words);
      Set<String> others = forms(sentence);
      float strongest = 0;
      for (Token word : words) {
        Set<String> opposites = antonyms.of(word);
        if (opposites.isEmpty() || Antonyms.forms(word).stream().anyMatch(others::contains)) {
          continue;
        }
        for (Token other : sentence) {
          if (Antonyms.isOneOf(opposites, other)
              && word.agreesWith(other)
              && Antonyms.forms(other).stream().noneMatch(own::contains)) {
            float alike = likeness(word, meant, other);
            if (alike > ALIGNED) {
              strongest = Math.max(strongest, alike);
              evidence.add(other);
            }
          }
        }
      }
      return strongest;
    }

    private static Set<String> forms(List<Token> words) {
      Set<String> forms = new HashSet<>();
      words.forEach(word -> forms.addAll(Antonyms.forms(word)));
      return forms;
    }

    private static double denied(List<Token> words, List<Token> sentence, Set<Token> evidence) {
      int matched = 0;
      int denied = 0;
      List<Token> deniedWords = new ArrayList<>();
      for (Token word : words) {
        if (word.isContent()) {
          List<Token> same = sentence.stream().filter(other -> isSame(word, other)).toList();
          matched += same.isEmpty() ? 0 : 1;
          if (!same.isEmpty() && same.stream().noneMatch(word::agreesWith)) {
            denied++;
            deniedWords.addAll(same);
          }
        }
      }
      if (denied >= FEWEST_DENIED) {
        evidence.addAll(deniedWords);
      }
      return denied < FEWEST_DENIED ? 0 : (double) denied / matched;
    }

    private static boolean isSame(Token word, Token other) {
      return word.terms().stream().anyMatch(other.terms()::contains);
    }

    private static double number(List<Token> words, List<Token> sentence, Set<Token> evidence) {
      List<Token> meant = words.stream().filter(word -> word.quantity() != null).toList();
      List<Token> said = sentence.stream().filter(word -> word.quantity() != null).toList();
      boolean clash = false;
      for (Token word : meant) {
        List<Token> sameUnit =
            said.stream().filter(other -> unit(other).equals(unit(word))).toList();
        List<Token> another =
            sameUnit.stream()
                .filter(other -> meant.stream().noneMatch(own -> equalNumbers(own, other)))
                .toList();
        if (sameUnit.stream().noneMatch(other -> equalNumbers(word, other)) && !another.isEmpty()) {
          clash = true;
          evidence.addAll(another);
        }
      }
      return clash ? 1 : 0;
    }

    private static String unit(Token number) {
      Quantity quantity = number.quantity();
      return quantity == null ? "" : quantity.unit();
    }

    private static boolean equalNumbers(Token left, Token right) {
      return left.quantity() != null && left.quantity().equals(right.quantity());
    }

    private double roles(
        List<Sentence> statement,
        @Nullable WordVectors meant,
        Sentence sentence,
        Set<Token> evidence) {
      double strongest = 0;
      List<Predicate> theirs = Predicate.of(sentence);
      for (Sentence part : statement) {
        for (Predicate wanted : Predicate.of(part)) {
          for (Predicate given : theirs) {
            if (isSame(wanted.verb(), given.verb())
                || likeness(wanted.verb(), meant, given.verb()) >= SAME_VERB) {
              double exchanged = exchanged(wanted, meant, given);
              if (exchanged > 0) {
                strongest = Math.max(strongest, exchanged);
                given.places().values().forEach(evidence::addAll);
              }
            }
          }
        }
      }
      return strongest;
    }

    private double exchanged(Predicate wanted, @Nullable WordVectors meant, Predicate given) {
      List<String> places = new ArrayList<>(wanted.places().keySet());
      double most = 0;
      for (String one : places) {
        for (String other : places) {
          if (!one.equals(other)
              && given.places().containsKey(one)
              && given.places().containsKey(other)) {
            if (isExchanged(wanted.at(one), wanted.at(other), given.at(one), given.at(other))) {
              return 1;
            }
            double crossed =
                Math.min(
                    alike(wanted.at(one), meant, given.at(other)),
                    alike(wanted.at(other), meant, given.at(one)));
            double straight =
                Math.max(
                    alike(wanted.at(one), meant, given.at(one)),
                    alike(wanted.at(other), meant, given.at(other)));
            if (crossed >= IN_PLACE) {
              most = Math.max(most, crossed - straight);
            }
          }
        }
      }
      return most >= EXCHANGED ? Math.min(1, most) : 0;
    }

    /** Whether the very words have changed places; their vectors are alike in one sentence. */
    private static boolean isExchanged(
        List<Token> one, List<Token> other, List<Token> givenOne, List<Token> givenOther) {
      return sharesWord(one, givenOther)
          && sharesWord(other, givenOne)
          && !sharesWord(one, givenOne)
          && !sharesWord(other, givenOther);
    }

    private static boolean sharesWord(List<Token> left, List<Token> right) {
      return left.stream().anyMatch(word -> right.stream().anyMatch(other -> isSame(word, other)));
    }

    private double alike(List<Token> left, @Nullable WordVectors meant, List<Token> right) {
      double best = 0;
      for (Token word : left) {
        for (Token other : right) {
          best = Math.max(best, isSame(word, other) ? 1 : likeness(word, meant, other));
        }
      }
      return best;
    }

    private float likeness(Token word, @Nullable WordVectors meant, Token other) {
      float[] left = meant == null ? null : meant.of(word);
      float[] right = said == null ? null : said.of(other);
      return left == null || right == null
          ? UNKNOWN
          : Math.min(1, Math.max(0, WordVectors.dot(left, right)));
    }
  }
}
