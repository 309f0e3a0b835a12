package docimo.similarity;

import docimo.text.Sentence;
import docimo.text.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who does what to whom in a clause, read from parts of speech alone: a verb, and in each of its
 * places the content words of the noun phrase that stands there. A passive is turned round. Rough
 * by intent: a place that cannot be told is left out.
 *
 * @param verb the verb
 * @param places the content words of each noun phrase by its place: {@link #SUBJECT}, {@link
 *     #OBJECT}, or a preposition in lower case
 */
record Predicate(Token verb, Map<String, List<Token>> places) {

  static final String SUBJECT = "subject";
  static final String OBJECT = "object";

  private static final Set<String> BE = Set.of("be", "get");
  private static final Set<String> NOMINAL = Set.of("NOUN", "PROPN", "ADJ", "NUM", "DET", "SYM");
  private static final Set<String> LINKS = Set.of("that", "which", "who");

  Predicate {
    places = Map.copyOf(places);
  }

  List<Token> at(String place) {
    return places.getOrDefault(place, List.of());
  }

  /** The predicates of a sentence, in order. */
  static List<Predicate> of(Sentence sentence) {
    List<Token> tokens = sentence.tokens();
    List<Predicate> all = new ArrayList<>();
    List<Token> subject = List.of();
    for (int i = 0; i < tokens.size(); i++) {
      if (isClauseMark(tokens.get(i))) {
        subject = List.of();
      }
      if (isMainVerb(tokens, i)) {
        List<Token> before = phraseBefore(tokens, i);
        subject = before.isEmpty() ? subject : before;
        all.add(read(tokens, i, subject));
      }
    }
    return all;
  }

  private static boolean isClauseMark(Token token) {
    return token.text().equals(";") || token.text().equals(":");
  }

  /** A verb that is no auxiliary of another; a form of "be" only where no verb follows it. */
  private static boolean isMainVerb(List<Token> tokens, int at) {
    return tokens.get(at).tag().equals("VERB");
  }

  private static Predicate read(List<Token> tokens, int verb, List<Token> subject) {
    Map<String, List<Token>> places = new LinkedHashMap<>();
    boolean passive = isPassive(tokens, verb);
    put(places, passive ? OBJECT : SUBJECT, subject);
    String place = passive ? "" : OBJECT;
    int i = verb + 1;
    while (i < tokens.size() && !tokens.get(i).tag().equals("VERB")) {
      Token token = tokens.get(i);
      if (token.kind() == Token.Kind.PUNCTUATION || token.tag().equals("SCONJ")) {
        break;
      }
      if (token.tag().equals("CCONJ") || token.tag().equals("AUX")) {
        break;
      }
      if (token.tag().equals("ADP")) {
        String preposition = token.text().toLowerCase(Locale.ROOT);
        place = passive && preposition.equals("by") ? SUBJECT : preposition;
        i++;
        continue;
      }
      int end = phraseEnd(tokens, i);
      if (end > i) {
        if (!place.isEmpty()) {
          put(places, place, content(tokens, i, end));
        }
        place = "";
        i = end;
      } else {
        i++;
      }
    }
    return new Predicate(tokens.get(verb), places);
  }

  private static void put(Map<String, List<Token>> places, String place, List<Token> phrase) {
    if (!phrase.isEmpty()) {
      places.putIfAbsent(place, phrase);
    }
  }

  private static boolean isPassive(List<Token> tokens, int verb) {
    String form = tokens.get(verb).text().toLowerCase(Locale.ROOT);
    if (form.equals(tokens.get(verb).lemma()) || form.endsWith("ing") || form.endsWith("s")) {
      return false;
    }
    for (int i = verb - 1; i >= Math.max(0, verb - 3); i--) {
      if (BE.contains(tokens.get(i).lemma())) {
        return true;
      }
      if (!tokens.get(i).tag().equals("ADV") && !tokens.get(i).tag().equals("PART")) {
        return false;
      }
    }
    return false;
  }

  /** The noun phrase that ends nearest before a verb, over auxiliaries and adverbs. */
  private static List<Token> phraseBefore(List<Token> tokens, int verb) {
    int end = verb;
    while (end > 0
        && (Set.of("AUX", "ADV", "PART").contains(tokens.get(end - 1).tag())
            || LINKS.contains(tokens.get(end - 1).text().toLowerCase(Locale.ROOT)))) {
      end--;
    }
    int start = end;
    while (start > 0 && NOMINAL.contains(tokens.get(start - 1).tag())) {
      start--;
    }
    return content(tokens, start, end);
  }

  private static int phraseEnd(List<Token> tokens, int from) {
    int end = from;
    while (end < tokens.size() && NOMINAL.contains(tokens.get(end).tag())) {
      end++;
    }
    return end;
  }

  private static List<Token> content(List<Token> tokens, int from, int to) {
    return tokens.subList(from, to).stream().filter(Token::isContent).toList();
  }
}
