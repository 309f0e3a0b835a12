package docimo.evaluation.attack;

import docimo.question.Question;
import docimo.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Answers made of the references of other questions. */
final class Borrowed {

  private static final Set<String> NOUNS = Set.of("NOUN", "PROPN");

  private Borrowed() {}

  /** The reference of the question that is most alike. */
  static Optional<String> nearest(Material material, SplittableRandom random) {
    return material.others().isEmpty() ? Optional.empty() : Optional.of(material.wrongAnswer());
  }

  /** The references of all other questions, the most alike first, as much of them as fits. */
  static Optional<String> all(Material material, SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (Question other : material.others()) {
      if (text.length() >= Material.LONGEST_ANSWER) {
        break;
      }
      text.append(other.references().get(0)).append("\n\n");
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text.toString().strip());
  }

  /** The reference of the question that is most alike, with the nouns of this question's. */
  static Optional<String> renamed(Material material, SplittableRandom random) {
    List<String> nouns = nouns(material);
    if (material.others().isEmpty() || nouns.isEmpty()) {
      return Optional.empty();
    }
    List<String> sentences = new ArrayList<>();
    int next = random.nextInt(nouns.size());
    for (Line line : material.read(material.wrongAnswer())) {
      List<Line.Edit> edits = new ArrayList<>();
      for (Token token : line.tokens()) {
        if (NOUNS.contains(token.tag()) && token.kind() == Token.Kind.WORD) {
          edits.add(Line.Edit.of(token, nouns.get(next % nouns.size())));
          next++;
        }
      }
      sentences.add(line.with(edits));
    }
    return Optional.of(String.join(" ", sentences));
  }

  private static List<String> nouns(Material material) {
    Set<String> keywords =
        material.words().stream()
            .filter(token -> NOUNS.contains(token.tag()) && token.isContent())
            .map(Token::text)
            .collect(Collectors.toSet());
    return material.keywords().stream().filter(keywords::contains).toList();
  }
}
