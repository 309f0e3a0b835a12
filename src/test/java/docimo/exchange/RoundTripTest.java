package docimo.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.exchange.page.ReferenceText;
import docimo.question.KeyPoint;
import docimo.question.MarkedExample;
import docimo.question.Question;
import docimo.question.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RoundTripTest {

  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void markdownReadsBackLetterByLetter(int seed) {
    List<Question> questions = questions(new RandomText(seed), false);

    String written = BankFiles.write(questions, BankFiles.Format.MARKDOWN);
    List<Question> read = read(written, BankFiles.Format.MARKDOWN);

    assertThat(read).isEqualTo(questions);
    assertThat(BankFiles.write(read, BankFiles.Format.MARKDOWN)).isEqualTo(written);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void csvAndJsonReadBackWhatBanksHold(int seed) {
    List<Question> questions = questions(new RandomText(seed), true);

    assertThat(read(BankFiles.write(questions, BankFiles.Format.JSON), BankFiles.Format.JSON))
        .isEqualTo(questions);
    assertThat(read(BankFiles.write(questions, BankFiles.Format.CSV), BankFiles.Format.CSV))
        .isEqualTo(questions);
  }

  private static List<Question> read(String text, BankFiles.Format format) {
    return BankFiles.read("bank", text, format).questions();
  }

  private static List<Question> questions(RandomText random, boolean reduced) {
    List<Question> questions = new ArrayList<>();
    int count = 1 + random.below(4);
    for (int number = 0; number < count; number++) {
      questions.add(question(random, number, reduced));
    }
    return questions;
  }

  private static Question question(RandomText random, int number, boolean reduced) {
    List<String> references = new ArrayList<>();
    for (int left = random.below(3); left > 0; left--) {
      String reference = ReferenceText.clean(random.text(12));
      references.add(reduced || random.below(2) == 0 ? ReferenceText.plain(reference) : reference);
    }
    List<KeyPoint> points = new ArrayList<>();
    for (int left = random.below(5); left > 0; left--) {
      points.add(point(random));
    }
    String topic = random.below(3) == 0 ? null : random.line(4);
    return new Question(
        number + random.line(2),
        random.line(8),
        references,
        points,
        rule(random, points),
        topic,
        reduced ? markedAnswers(random) : List.of());
  }

  private static List<MarkedExample> markedAnswers(RandomText random) {
    List<MarkedExample> marked = new ArrayList<>();
    for (int left = random.below(4); left > 0; left--) {
      marked.add(new MarkedExample("a" + random.text(12), random.below(5) / 4.0));
    }
    return marked;
  }

  private static KeyPoint point(RandomText random) {
    List<String> phrasings = new ArrayList<>();
    for (int left = random.below(3); left > 0; left--) {
      phrasings.add(random.line(5));
    }
    double weight = random.below(2) == 0 ? 1 : 0.5 + random.below(9) / 3.0;
    String group = List.of("", "types", "the *best* ones").get(random.below(3));
    return new KeyPoint(random.line(6), phrasings, weight, group.isEmpty() ? null : group);
  }

  private static Rule rule(RandomText random, List<KeyPoint> points) {
    List<Rule.AnyOf> choices = new ArrayList<>();
    for (String group : List.of("types", "the *best* ones")) {
      if (random.below(2) == 0 && points.stream().anyMatch(p -> group.equals(p.group()))) {
        choices.add(random.below(choices.size() + 1), new Rule.AnyOf(1, group));
      }
    }
    boolean anyOfAll = choices.isEmpty() && random.below(2) == 0;
    return anyOfAll ? new Rule(List.of(new Rule.AnyOf(1, null))) : new Rule(choices);
  }
}
