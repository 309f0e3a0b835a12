package docimo.evaluation.attack;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.question.KeyPoint;
import docimo.question.Question;
import docimo.question.Rule;
import docimo.testing.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What claims to be false is false, and what could stay true is not made. */
final class FalseStatementsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The encoder compresses the input. | The encoder does not compress the input.",
        "The weights are shared. | The weights are not shared.",
        "Users can open the file. | Users cannot open the file.",
        "Use a smaller network. | Do not use a smaller network.",
        "The decoder takes the code and rebuilds the input. | The decoder does not take the code and does not rebuild the input.",
        // hedged, already negated or with a reason: a "not" inside would not make them false
        "Some models learn fast. | It is not true that some models learn fast.",
        "The lock is not fair. | It is not true that the lock is not fair.",
        "It works because the keys are sorted. | It is not true that it works because the keys are sorted.",
        "If the cache is full, an entry is removed. | It is not true that if the cache is full, an entry is removed.",
        "A smaller network | Not a smaller network."
      })
  void contraryOfASentence(String sentence, String contrary) {
    assertThat(Denial.denied(Line.of(Texts.analyze(sentence)).get(0))).isEqualTo(contrary);
  }

  @Test
  void oneWordOfASentenceIsTurnedRound() {
    assertThat(
            attack(AttackKind.ANTONYMS, "Faster reads mean longer queues. The queue is not large."))
        // both turned round might be true again, and what is not large may be not small
        .isEqualTo("Slower reads mean longer queues.");
  }

  @Test
  void pairThatTheSentenceHasBothOfStays() {
    assertThat(
            Attacks.answer(
                AttackKind.ANTONYMS,
                Attacks.question(
                    "What is a slope?", "It goes from high to low or from low to high.")))
        .isEmpty();
  }

  @Test
  void numbersOfKeyPointsChangeAndOthersDoNot() {
    Question question =
        new Question(
            "q",
            "What is a page?",
            List.of("A page has 4096 bytes in most systems. I once saw 17 cows on a page."),
            List.of(KeyPoint.of("a page has 4096 bytes")),
            Rule.ALL,
            null);

    assertThat(Attacks.answer(AttackKind.CHANGED_NUMBERS, question).orElseThrow())
        .matches("A page has (?!4096)\\d+ bytes in most systems\\.");
    assertThat(
            Attacks.answer(
                AttackKind.CHANGED_NUMBERS,
                Attacks.question("What is a page?", "A page is a block of bytes in memory.")))
        .isEmpty();
  }

  @Test
  void rolesAreSwapped() {
    assertThat(attack(AttackKind.SWAPPED_ROLES, "The browser parses the address."))
        .isEqualTo("The address parses the browser.");
    assertThat(
            Attacks.answer(
                AttackKind.SWAPPED_ROLES,
                Attacks.question("Why?", "The output resembles the input.")))
        .isEmpty();
    assertThat(
            Attacks.answer(
                AttackKind.SWAPPED_ROLES,
                Attacks.question("Why?", "The server does not trust the client.")))
        .isEmpty();
  }

  @Test
  void namesThatTheQuestionComparesAreExchanged() {
    Question question =
        Attacks.question(
            "What is the difference between a stack and a queue?",
            "A stack returns the newest item first. A queue returns the oldest item first. Both a"
                + " stack and a queue hold items.");

    assertThat(Attacks.answer(AttackKind.EXCHANGED_NAMES, question))
        .hasValue("A queue returns the newest item first. A stack returns the oldest item first.");
    assertThat(
            Attacks.answer(
                AttackKind.EXCHANGED_NAMES,
                Attacks.question("What is a stack?", "A stack returns the newest item first.")))
        .isEmpty();
  }

  private static String attack(AttackKind kind, String reference) {
    return Attacks.answer(kind, Attacks.question("Why?", reference)).orElseThrow();
  }
}
