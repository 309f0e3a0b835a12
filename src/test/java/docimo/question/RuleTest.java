package docimo.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import docimo.question.Rule.AnyOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RuleTest {

  private static final List<String> NAMES =
      List.of("types", "of", "any 3", "all", "Büro", "a  b", "1.5", "x/y", "日本", "all of it");

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyRuleReadsBack(int seed) {
    Rule rule = randomRule(new Random(seed));
    assertThat(Rule.parse(rule.toString())).isEqualTo(rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "ALL", " All ", "all\n"})
  void allPointsAreNeeded(String text) {
    assertThat(Rule.parse(text)).isEqualTo(Rule.ALL);
    assertThat(Rule.parse(text).choices()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "any 3, any 3",
    "ANY   3, any 3",
    "any 003, any 3",
    "any 2 of types, any 2 of types",
    "Any 2 OF  Types, any 2 of Types",
    "any 1 of a ;any 2 of b, any 1 of a; any 2 of b",
    "any 2 of all kinds of lock, any 2 of all kinds of lock"
  })
  void caseAndSpacesDoNotMatterExceptInNames(String text, String written) {
    assertThat(Rule.parse(text)).hasToString(written);
  }

  @Test
  void aChoiceOfAllPointsHasNoGroup() {
    assertThat(Rule.parse("any 3").choices()).containsExactly(new AnyOf(3, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "some",
        "any",
        "any x",
        "any -1",
        "any three",
        "any 3 types",
        "any 1.5",
        "any 2000",
        "any 3 of",
        "all; any 3",
        "any 1 of a;",
        ";any 1 of a",
        "any 1, any 2"
      })
  void whatIsNoRuleIsRefusedWithTheFormsThatAre(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rule.parse(text))
        .withMessageContainingAll("'" + text + "'", "write 'all', 'any 3' or 'any 3 of GROUP'");
  }

  @Test
  void aCountOfNoneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rule.parse("any 0 of types"))
        .withMessageContainingAll("any 0", "from 1 to 999");
  }

  @Test
  void twoChoicesOfOneGroupAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rule.parse("any 1 of types; any 2 of types"))
        .withMessage("two rules for the group 'types'");
  }

  @Test
  void aChoiceOfAllPointsBesideAnotherIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rule.parse("any 3; any 2 of types"))
        .withMessageContainingAll("'any 3'", "write it alone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a;b", " a", "a ", "a\nb", "a\u2028b", "\t", ""})
  void aGroupThatCouldNotBeReadBackIsRefused(String group) {
    assertThatIllegalArgumentException().isThrownBy(() -> new AnyOf(1, group));
  }

  private static Rule randomRule(Random random) {
    if (random.nextInt(5) == 0) {
      return new Rule(List.of(new AnyOf(1 + random.nextInt(999), null)));
    }
    List<AnyOf> choices = new ArrayList<>();
    for (String name : NAMES) {
      if (random.nextInt(3) == 0) {
        choices.add(new AnyOf(1 + random.nextInt(999), name));
      }
    }
    return new Rule(choices);
  }
}
