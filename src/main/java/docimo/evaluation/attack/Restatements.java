package docimo.evaluation.attack;

import docimo.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/** Answers that hold what the question says and nothing else. */
final class Restatements {

  private static final List<String> REWORDINGS =
      List.of(
          "The question asks the following: %s That is what has to be explained here, and it is a"
              + " good question.",
          "You want to know this from me: %s I will now answer exactly what was asked.",
          "In this answer I talk about what the examiner asks, namely: %s So this is the topic.");
  private static final List<String> BLUFFS =
      List.of(
          "That is a very important topic. %1$s is something that everybody in this field should know"
              + " well. There are several aspects of %2$s, and each of them has advantages and"
              + " disadvantages. Which one is the best depends on the situation. In my experience,"
              + " %2$s works well when one understands it and uses it in the right way.",
          "%1$s plays a central role in practice. It was introduced to solve a well-known problem, and"
              + " today it is used almost everywhere. When one works with %2$s, one has to consider"
              + " many factors and find a good balance. I have used %2$s in several projects, and the"
              + " results were always good.",
          "First of all, one has to understand what %2$s means. There are different kinds of it, and"
              + " they have different properties. %1$s helps in many cases, but not in all. It is"
              + " therefore essential to know how %2$s works and what its limits are.");

  private Restatements() {}

  static Optional<String> copied(Material material, SplittableRandom random) {
    return prompt(material);
  }

  static Optional<String> reworded(Material material, SplittableRandom random) {
    return prompt(material)
        .map(
            prompt ->
                String.format(
                    Locale.ROOT,
                    REWORDINGS.get(random.nextInt(REWORDINGS.size())),
                    prompt.replace("?", ".")));
  }

  /** The words of the question in another order. */
  static Optional<String> shuffled(Material material, SplittableRandom random) {
    List<String> words =
        material
            .prompt()
            .tokens()
            .filter(token -> token.kind() != Token.Kind.PUNCTUATION)
            .map(Token::text)
            .toList();
    return words.size() < 2
        ? Optional.empty()
        : Optional.of(Line.sentence(String.join(" ", WordOrder.shuffle(words, random))));
  }

  static Optional<String> keywords(Material material, SplittableRandom random) {
    List<String> words = material.promptKeywords();
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
  }

  /** Talk about the topic that says nothing of it. */
  static Optional<String> bluff(Material material, SplittableRandom random) {
    return topic(material)
        .map(
            topic ->
                String.format(
                    Locale.ROOT,
                    BLUFFS.get(random.nextInt(BLUFFS.size())),
                    Line.capitalised(topic),
                    topic));
  }

  private static Optional<String> prompt(Material material) {
    String prompt = Material.cut(material.question().prompt(), Material.LONGEST_PROMPT).strip();
    return prompt.isEmpty() ? Optional.empty() : Optional.of(prompt);
  }

  /** The first words of the prompt that name something: "batch normalisation". */
  private static Optional<String> topic(Material material) {
    List<String> topic = new ArrayList<>();
    for (Token token : material.prompt().tokens().toList()) {
      boolean named = token.tag().equals("NOUN") || token.tag().equals("PROPN");
      if (named || (token.tag().equals("ADJ") && token.isContent())) {
        topic.add(token.text());
      } else if (!topic.isEmpty()) {
        break;
      }
    }
    return topic.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", topic));
  }
}
