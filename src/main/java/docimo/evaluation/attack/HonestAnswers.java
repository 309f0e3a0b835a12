package docimo.evaluation.attack;

import docimo.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/** The reference in other dress, as honest candidates might write or say it. */
final class HonestAnswers {

  private static final List<String> FILLERS =
      List.of("um", "uh", "you know", "so", "like", "I mean", "well", "basically");
  private static final List<String> OPENINGS =
      List.of("okay so um", "yeah so I would say", "right so", "hmm let me think so");
  private static final int WORDS_A_FILLER = 7;
  private static final int WORDS_A_TYPO = 8;
  private static final int SHORTEST_WITH_TYPO = 5;

  private HonestAnswers() {}

  static Optional<String> reference(Material material, SplittableRandom random) {
    return Optional.of(
        Material.cut(material.question().references().get(0), Material.LONGEST_REFERENCE));
  }

  /** As many sentences from the beginning as make up half of the words. */
  static Optional<String> half(Material material, SplittableRandom random) {
    List<String> sentences = new ArrayList<>();
    int words = 0;
    for (Line line : material.lines()) {
      if (words * 2 >= material.words().size()) {
        break;
      }
      words += line.words().size();
      sentences.add(line.sentence());
    }
    return sentences.size() == material.lines().size()
        ? Optional.empty()
        : Optional.of(String.join(" ", sentences));
  }

  static Optional<String> bullets(Material material, SplittableRandom random) {
    return Optional.of(
        "- " + String.join("\n- ", material.lines().stream().map(Line::text).toList()));
  }

  static Optional<String> speech(Material material, SplittableRandom random) {
    StringBuilder speech = new StringBuilder(any(OPENINGS, random));
    for (Token token : material.words()) {
      if (random.nextInt(WORDS_A_FILLER) == 0) {
        speech.append(' ').append(any(FILLERS, random));
      }
      speech.append(isCut(token) ? "" : " ").append(token.text().toLowerCase(Locale.ROOT));
    }
    return Optional.of(speech.toString());
  }

  /** Two letters exchanged, or one left out, in every eighth of the longer words. */
  static Optional<String> typos(Material material, SplittableRandom random) {
    List<String> sentences = new ArrayList<>();
    for (Line line : material.lines()) {
      List<Line.Edit> edits =
          line.words().stream()
              .filter(token -> token.kind() == Token.Kind.WORD)
              .filter(token -> token.text().length() >= SHORTEST_WITH_TYPO)
              .filter(token -> random.nextInt(WORDS_A_TYPO) == 0)
              .map(token -> Line.Edit.of(token, mistyped(token.text(), random)))
              .toList();
      sentences.add(line.with(edits));
    }
    String text = String.join(" ", sentences);
    return text.equals(material.prose()) ? Optional.empty() : Optional.of(text);
  }

  static Optional<String> otherSpelling(Material material, SplittableRandom random) {
    String text = Spelling.exchanged(material.prose());
    return text.equals(material.prose()) ? Optional.empty() : Optional.of(text);
  }

  static Optional<String> lowerCase(Material material, SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (Token token : material.words()) {
      text.append(isCut(token) ? "" : " ").append(token.text().toLowerCase(Locale.ROOT));
    }
    return Optional.of(text.toString().strip());
  }

  static Optional<String> otherOrder(Material material, SplittableRandom random) {
    return material.lines().size() < 2
        ? Optional.empty()
        : Optional.of(String.join(" ", WordOrder.shuffle(material.sentences(), random)));
  }

  /** The end of a contraction: "n't", "'s". */
  private static boolean isCut(Token token) {
    return token.text().startsWith("'") || token.text().equalsIgnoreCase("n't");
  }

  private static String mistyped(String word, SplittableRandom random) {
    int at = 1 + random.nextInt(word.length() - 2);
    return random.nextBoolean() || word.charAt(at) == word.charAt(at + 1)
        ? word.substring(0, at) + word.substring(at + 1)
        : word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
  }

  private static String any(List<String> texts, SplittableRandom random) {
    return texts.get(random.nextInt(texts.size()));
  }
}
