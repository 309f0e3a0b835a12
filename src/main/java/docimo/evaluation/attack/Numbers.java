package docimo.evaluation.attack;

import docimo.question.KeyPoint;
import docimo.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Other numbers than those of the key points. A number that no key point has may be an example, and
 * another one would be as good; "two" is mostly none ("two equal objects").
 */
final class Numbers {

  private static final List<String> WORDS =
      List.of("three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty");
  private static final int LARGEST_STEP = 7;

  /** A sentence says more than its numbers: with more words for each, too much of it stays true. */
  private static final int WORDS_A_NUMBER = 12;

  private Numbers() {}

  static Optional<String> changed(Material material, SplittableRandom random) {
    List<Set<String>> points = new ArrayList<>();
    for (KeyPoint point : material.points().points()) {
      Stream.concat(Stream.of(point.label()), point.phrasings().stream())
          .map(text -> material.tools().analyzer().analyze(text))
          .map(text -> text.tokens().filter(Token::isContent).map(Token::term))
          .forEach(terms -> points.add(terms.collect(Collectors.toSet())));
    }
    List<String> sentences = new ArrayList<>();
    for (Line line : material.lines()) {
      List<Line.Edit> edits =
          line.tokens().stream()
              .filter(token -> isNumber(token) && isTold(token, line, points))
              .map(token -> Line.Edit.of(token, another(token.text(), random)))
              .toList();
      if (!edits.isEmpty() && line.contentWords() <= (long) WORDS_A_NUMBER * edits.size()) {
        sentences.add(line.with(edits));
      }
    }
    return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
  }

  /** Whether a phrasing of a point has the number and another word of the sentence. */
  private static boolean isTold(Token number, Line line, List<Set<String>> points) {
    return points.stream()
        .filter(point -> point.contains(number.term()))
        .anyMatch(
            point ->
                line.words().stream()
                    .filter(word -> word.isContent() && word.quantity() == null)
                    .anyMatch(word -> point.contains(word.term())));
  }

  private static boolean isNumber(Token token) {
    return token.quantity() != null
        && (Character.isDigit(token.text().codePointAt(0))
            || WORDS.contains(token.text().toLowerCase(Locale.ROOT)));
  }

  /** Another number, written in the same way, with the same unit. */
  private static String another(String number, SplittableRandom random) {
    int step = 2 + random.nextInt(LARGEST_STEP - 1);
    int word = WORDS.indexOf(number.toLowerCase(Locale.ROOT));
    if (word >= 0) {
      return WORDS.get((word + step) % WORDS.size());
    }
    int end = 0;
    while (end < number.length() && Character.isDigit(number.charAt(end))) {
      end++;
    }
    // the last figures of a very long number are enough to make it another one
    int from = Math.max(0, end - 9);
    long figures =
        Long.parseLong(number.substring(from, end)) + (end - from < 2 ? step : 3L * step);
    return number.substring(0, from) + figures + number.substring(end);
  }
}
