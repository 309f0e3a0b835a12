package docimo.evaluation.attack;

import docimo.question.Question;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which questions of a bank are about something alike, by the words of their prompts and
 * references; a word counts the more the fewer questions have it. Immutable.
 */
final class Neighbours {

  /**
   * Questions that share more of their words ask for the same: the answer to one fits the other.
   */
  private static final double SAME = 0.5;

  private static final int SHORTEST_WORD = 4;
  private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");

  private record Near(Question question, double likeness) {}

  private final Map<String, Set<String>> words = new LinkedHashMap<>();
  private final List<Question> bank;
  private final Map<String, Integer> frequencies = new HashMap<>();

  /**
   * @param bank questions whose ids differ; those without a reference are passed over
   */
  Neighbours(List<Question> bank) {
    this.bank = bank.stream().filter(q -> !q.references().isEmpty()).toList();
    for (Question question : this.bank) {
      Set<String> own = words(question);
      words.put(question.id(), own);
      own.forEach(word -> frequencies.merge(word, 1, Integer::sum));
    }
  }

  /**
   * The other questions, the most alike first; those that ask the same are left out. Questions that
   * are equally alike come in the order of the bank.
   */
  List<Question> of(Question question) {
    Set<String> own = words.getOrDefault(question.id(), words(question));
    List<Near> near = new ArrayList<>();
    for (Question other : bank) {
      Set<String> theirs = words.getOrDefault(other.id(), Set.of());
      if (!other.id().equals(question.id()) && !isSame(own, theirs)) {
        near.add(new Near(other, likeness(own, theirs)));
      }
    }
    near.sort(Comparator.comparingDouble(Near::likeness).reversed());
    return near.stream().map(Near::question).toList();
  }

  private double likeness(Set<String> own, Set<String> theirs) {
    double size = Math.sqrt(weight(own) * weight(theirs));
    return size == 0 ? 0 : weight(shared(own, theirs)) / size;
  }

  /** Summed in the order of the alphabet: another order could change the last digit. */
  private double weight(Set<String> some) {
    return some.stream()
        .sorted()
        .mapToDouble(word -> 1.0 / frequencies.getOrDefault(word, 1))
        .sum();
  }

  private static boolean isSame(Set<String> own, Set<String> theirs) {
    int shared = shared(own, theirs).size();
    return shared > SAME * (own.size() + theirs.size() - shared);
  }

  private static Set<String> shared(Set<String> own, Set<String> theirs) {
    Set<String> shared = new HashSet<>(own);
    shared.retainAll(theirs);
    return shared;
  }

  private static Set<String> words(Question question) {
    Set<String> words = new HashSet<>();
    Collections.addAll(words, split(question.prompt()));
    question.references().stream().limit(1).forEach(r -> Collections.addAll(words, split(r)));
    words.removeIf(word -> word.length() < SHORTEST_WORD);
    return words;
  }

  private static String[] split(String text) {
    return WORD_BREAK.split(text.toLowerCase(Locale.ROOT), -1);
  }
}
