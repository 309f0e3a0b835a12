package docimo.similarity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Plain words in any order: nothing that joins, negates or stands for another. */
final class RandomProse {

  private static final List<String> WORDS =
      List.of(
          "stack",
          "queue",
          "graph",
          "vertex",
          "buffer",
          "thread",
          "socket",
          "kernel",
          "cache",
          "matrix",
          "vector",
          "gradient",
          "cluster",
          "table",
          "index",
          "packet",
          "router",
          "token");

  private final Random random;

  RandomProse(long seed) {
    random = new Random(seed);
  }

  /** So many words, each a sentence of its own, so that their order can mean nothing. */
  List<String> words(int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return words;
  }

  List<String> shuffled(List<String> words) {
    List<String> shuffled = new ArrayList<>(words);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  static String text(List<String> words) {
    return words.stream().map(word -> "The " + word + ".").collect(Collectors.joining(" "));
  }
}
