package docimo.evaluation.attack;

import docimo.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The words of the reference in an order that makes no sense. */
final class WordOrder {

  private static final int FEWEST_OF_A_HALF = 3;

  private WordOrder() {}

  static Optional<String> shuffled(Material material, SplittableRandom random) {
    return material.isProse()
        ? Optional.of(Line.sentence(String.join(" ", shuffle(texts(material.words()), random))))
        : Optional.empty();
  }

  static Optional<String> shuffledSentences(Material material, SplittableRandom random) {
    if (!material.isProse()) {
      return Optional.empty();
    }
    List<String> sentences = new ArrayList<>();
    for (Line line : material.lines()) {
      sentences.add(Line.sentence(String.join(" ", shuffle(texts(line.words()), random))));
    }
    return Optional.of(String.join(" ", sentences));
  }

  /** The beginning of each sentence with the end of the next one. */
  static Optional<String> recombinedHalves(Material material, SplittableRandom random) {
    List<List<String>> lines =
        material.lines().stream()
            .map(line -> texts(line.words()))
            .filter(words -> words.size() >= 2 * FEWEST_OF_A_HALF)
            .toList();
    if (lines.size() < 2) {
      return Optional.empty();
    }
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      List<String> first = lines.get(i);
      List<String> second = lines.get((i + 1) % lines.size());
      List<String> mixed = new ArrayList<>(first.subList(0, first.size() / 2));
      mixed.addAll(second.subList(second.size() / 2, second.size()));
      sentences.add(Line.sentence(String.join(" ", mixed)));
    }
    return Optional.of(String.join(" ", shuffle(sentences, random)));
  }

  private static List<String> texts(List<Token> tokens) {
    return tokens.stream().map(Token::text).toList();
  }

  /** Another order wherever there is one. */
  static List<String> shuffle(List<String> items, SplittableRandom random) {
    List<String> shuffled = new ArrayList<>(items);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      String item = shuffled.get(i);
      shuffled.set(i, shuffled.get(other));
      shuffled.set(other, item);
    }
    if (shuffled.equals(items) && items.size() > 1) {
      shuffled.add(shuffled.remove(0));
    }
    return shuffled;
  }
}
