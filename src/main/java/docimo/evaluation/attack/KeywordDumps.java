package docimo.evaluation.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The keywords of the reference without what it says about them, plain and in disguise. */
final class KeywordDumps {

  private static final List<String> TEMPLATES =
      List.of(
          "It is about %s.",
          "There is also %s.",
          "An important part is %s.",
          "Then comes %s.",
          "One must know %s.",
          "Here we have %s.");
  private static final List<String> GLUE =
      List.of("the", "of the", "in a", "is with", "and to the", "for a", "that is", "on the", "by");
  private static final int GLUE_PER_SENTENCE = 8;
  private static final int ZERO_WIDTH_SPACE = 0x200B;
  private static final int FULL_WIDTH = 0xFEE0;

  /** Cyrillic letters that look like Latin ones; the rest of a word stays Latin. */
  private static final Map<Integer, Integer> LOOK_ALIKES =
      Map.of((int) 'a', 0x0430, (int) 'e', 0x0435, (int) 'o', 0x043E);

  private KeywordDumps() {}

  static Optional<String> alphabetical(Material material, SplittableRandom random) {
    return dump(material, UnaryOperator.identity());
  }

  static Optional<String> commas(Material material, SplittableRandom random) {
    return ofProse(material, words -> String.join(", ", words));
  }

  static Optional<String> bullets(Material material, SplittableRandom random) {
    return ofProse(material, words -> "- " + String.join("\n- ", words));
  }

  static Optional<String> templates(Material material, SplittableRandom random) {
    return ofProse(
        material,
        words ->
            words.stream()
                .map(
                    word ->
                        String.format(
                            Locale.ROOT, TEMPLATES.get(random.nextInt(TEMPLATES.size())), word))
                .collect(Collectors.joining(" ")));
  }

  /** Function words between them, so that their share is that of prose. */
  static Optional<String> amongStopWords(Material material, SplittableRandom random) {
    return ofProse(
        material,
        words -> {
          List<String> sentences = new ArrayList<>();
          for (int i = 0; i < words.size(); i += GLUE_PER_SENTENCE) {
            StringBuilder sentence = new StringBuilder();
            for (String word : words.subList(i, Math.min(words.size(), i + GLUE_PER_SENTENCE))) {
              sentence.append(GLUE.get(random.nextInt(GLUE.size()))).append(' ');
              sentence.append(word).append(' ');
            }
            sentences.add(Line.sentence(sentence.toString()));
          }
          return String.join(" ", sentences);
        });
  }

  static Optional<String> lookAlikes(Material material, SplittableRandom random) {
    return dump(material, word -> mapped(word, c -> LOOK_ALIKES.getOrDefault(c, c)));
  }

  static Optional<String> zeroWidth(Material material, SplittableRandom random) {
    String space = Character.toString(ZERO_WIDTH_SPACE);
    return dump(material, word -> String.join(space, word.split("", -1)));
  }

  static Optional<String> fullWidth(Material material, SplittableRandom random) {
    return dump(material, word -> mapped(word, c -> c > ' ' && c < 0x7F ? c + FULL_WIDTH : c));
  }

  /** A wrong answer that people see, and the keywords in markup that they do not. */
  static Optional<String> hidden(Material material, SplittableRandom random) {
    return ofProse(
        material,
        words ->
            material.wrongAnswer()
                + "\n<span style=\"color:white;font-size:0\">"
                + String.join(" ", words)
                + "</span>");
  }

  private static Optional<String> dump(Material material, UnaryOperator<String> disguise) {
    return ofProse(
        material,
        words ->
            words.stream()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .map(disguise)
                .collect(Collectors.joining(" ")));
  }

  private interface Written {
    String of(List<String> keywords);
  }

  private static Optional<String> ofProse(Material material, Written written) {
    return material.isProse() ? Optional.of(written.of(material.keywords())) : Optional.empty();
  }

  private interface Letter {
    int of(int codePoint);
  }

  private static String mapped(String word, Letter letter) {
    StringBuilder text = new StringBuilder();
    word.codePoints().forEach(c -> text.appendCodePoint(letter.of(c)));
    return text.toString();
  }
}
