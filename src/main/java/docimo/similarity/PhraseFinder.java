package docimo.similarity;

import docimo.text.AnalyzedText;
import docimo.text.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells whether an answer says a phrase word for word. Each word may be inflected, all must follow
 * each other in one sentence and be said under the polarity they have in the phrase. Made once for
 * each answer; safe for use by several threads.
 */
public final class PhraseFinder {

  /** A word of the answer: which sentence it is in, and which word of it. */
  private record Place(int sentence, int word) {}

  private final List<List<Phrase.Word>> sentences;
  private final Map<String, List<Place>> byTerm = new HashMap<>();

  public PhraseFinder(AnalyzedText answer) {
    sentences = answer.sentences().stream().map(s -> Phrase.words(s.tokens())).toList();
    for (int s = 0; s < sentences.size(); s++) {
      List<Phrase.Word> words = sentences.get(s);
      for (int w = 0; w < words.size(); w++) {
        for (String term : words.get(w).terms()) {
          byTerm.computeIfAbsent(term, key -> new ArrayList<>()).add(new Place(s, w));
        }
      }
    }
  }

  /** The tokens that say the phrase where the answer first does; empty when it does not. */
  public List<Token> find(Phrase phrase) {
    if (!phrase.isTelling()) {
      return List.of();
    }
    for (String term : phrase.words().get(0).terms()) {
      for (Place place : byTerm.getOrDefault(term, List.of())) {
        if (isAt(place, phrase)) {
          return said(place, phrase);
        }
      }
    }
    return List.of();
  }

  private boolean isAt(Place place, Phrase phrase) {
    List<Phrase.Word> sentence = sentences.get(place.sentence());
    if (place.word() + phrase.words().size() > sentence.size()) {
      return false;
    }
    for (int i = 0; i < phrase.words().size(); i++) {
      if (!phrase.words().get(i).is(sentence.get(place.word() + i))) {
        return false;
      }
    }
    return true;
  }

  private List<Token> said(Place place, Phrase phrase) {
    return sentences
        .get(place.sentence())
        .subList(place.word(), place.word() + phrase.words().size())
        .stream()
        .map(Phrase.Word::token)
        .distinct()
        .toList();
  }
}
