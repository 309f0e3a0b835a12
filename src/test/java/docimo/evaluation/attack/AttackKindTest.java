package docimo.evaluation.attack;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.question.Question;
import docimo.question.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class AttackKindTest {

  private static final Question PUMP =
      Attacks.question(
          "What does a heat pump do?",
          "A heat pump takes heat from the cold air outside and brings it into the warm house. It"
              + " needs electricity for a compressor, which raises the pressure of the coolant. The"
              + " coolant releases its heat when it becomes liquid again in the radiator.");
  private static final Question NAMES =
      Attacks.question("Name four trees.", "Oak, beech, birch, maple, ash, elm, lime, alder.");

  private static final Material VAST =
      Attacks.material(
          Attacks.question("Why? ".repeat(3000), "The sky is blue at noon. ".repeat(1900)),
          Attacks.BANK);

  @Test
  void thereAreTwentyAttacksOrMoreAndSomeHonestAnswers() {
    assertThat(Arrays.stream(AttackKind.values()).filter(kind -> !kind.isHonest()))
        .hasSizeGreaterThanOrEqualTo(20);
    assertThat(Arrays.stream(AttackKind.values()).filter(AttackKind::isHonest)).hasSize(8);
    assertThat(Arrays.stream(AttackKind.values()).map(AttackKind::imitates))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(AttackKind.class)
  void theSameSeedGivesTheSameAnswer(AttackKind kind) {
    for (Question question : Attacks.BANK.subList(3, 5)) {
      assertThat(Attacks.answer(kind, question, Attacks.BANK, 7))
          .isEqualTo(Attacks.answer(kind, question, Attacks.BANK, 7));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = AttackKind.class,
      names = {
        "OTHER_REFERENCE",
        "RENAMED_REFERENCE",
        "ALL_OTHER_REFERENCES",
        "INSTRUCTIONS_APPENDED",
        "TRIGGER_WORDS",
        "INSERTED_MODIFIERS",
        "HIDDEN_KEYWORDS"
      },
      mode = EnumSource.Mode.EXCLUDE)
  void anotherQuestionInTheBankLeavesAnAttackAlone(AttackKind kind) {
    List<Question> larger = new ArrayList<>(List.of(PUMP));
    larger.addAll(Attacks.BANK);

    assertThat(Attacks.answer(kind, PUMP, larger, 1)).isEqualTo(Attacks.answer(kind, PUMP));
  }

  @ParameterizedTest
  @EnumSource(AttackKind.class)
  void answersAreNeitherBlankNorEndless(AttackKind kind) {
    assertThat(AttackRun.answer(kind, VAST, 1).orElse("x"))
        .isNotBlank()
        .hasSizeLessThanOrEqualTo(Material.LONGEST_ANSWER);
  }

  @ParameterizedTest
  @EnumSource(AttackKind.class)
  void questionOfHardlyAWordIsNoProblem(AttackKind kind) {
    Question bare = new Question("q", "", List.of("- x"), List.of(), Rule.ALL, null);

    assertThat(Attacks.answer(kind, bare).map(String::isBlank).orElse(false)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = AttackKind.class,
      names = {"SHUFFLED_WORDS", "SHUFFLED_SENTENCES"})
  void shuffledWordsAreTheSameInAnotherOrder(AttackKind kind) {
    for (Question question : List.of(PUMP, Attacks.BANK.get(3))) {
      String honest = Attacks.answer(AttackKind.REFERENCE, question).orElseThrow();
      String shuffled = Attacks.answer(kind, question).orElseThrow();

      assertThat(Attacks.sortedWords(shuffled).size())
          .isBetween(Attacks.words(honest).size() - 3, Attacks.words(honest).size() + 3);
      assertThat(Attacks.words(shuffled)).isNotEqualTo(Attacks.words(honest));
    }
    assertThat(Attacks.sortedWords(Attacks.answer(kind, PUMP).orElseThrow()))
        .isEqualTo(Attacks.sortedWords(PUMP.references().get(0)));
  }

  @ParameterizedTest
  @EnumSource(
      value = AttackKind.class,
      names = {
        "SHUFFLED_WORDS",
        "SHUFFLED_SENTENCES",
        "KEYWORD_DUMP",
        "KEYWORD_LIST",
        "KEYWORD_BULLETS",
        "KEYWORD_TEMPLATES",
        "KEYWORDS_AMONG_STOP_WORDS",
        "KEYWORD_HOMOGLYPHS",
        "REPEATED_SENTENCE",
        "PADDED_SENTENCE"
      })
  void listOfNamesIsAnHonestAnswerWhereNamesAreAskedFor(AttackKind kind) {
    assertThat(Attacks.answer(kind, NAMES)).isEmpty();
    assertThat(Attacks.answer(kind, PUMP)).isPresent();
  }

  @Test
  void keywordsAreThoseOfTheReference() {
    assertThat(Attacks.answer(AttackKind.KEYWORD_DUMP, PUMP).orElseThrow().split(" "))
        .contains("compressor", "electricity")
        .doesNotContain("the", "and")
        .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    assertThat(Attacks.answer(AttackKind.KEYWORD_BULLETS, PUMP).orElseThrow().lines())
        .allMatch(line -> line.startsWith("- "));
    assertThat(
            Attacks.answer(AttackKind.KEYWORD_ZERO_WIDTH, PUMP).orElseThrow().replace("\u200B", ""))
        .isEqualTo(Attacks.answer(AttackKind.KEYWORD_DUMP, PUMP).orElseThrow());
    assertThat(Attacks.answer(AttackKind.KEYWORD_HOMOGLYPHS, PUMP).orElseThrow())
        .hasSameSizeAs(Attacks.answer(AttackKind.KEYWORD_DUMP, PUMP).orElseThrow())
        .containsPattern("\\p{IsCyrillic}")
        .containsPattern("\\p{IsLatin}");
  }

  @Test
  void honestAnswersKeepTheWords() {
    List<String> words = Attacks.sortedWords(PUMP.references().get(0));

    assertThat(Attacks.answer(AttackKind.REFERENCE, PUMP)).hasValue(PUMP.references().get(0));
    for (AttackKind kind :
        List.of(
            AttackKind.REFERENCE_BULLETS,
            AttackKind.REFERENCE_LOWER_CASE,
            AttackKind.REFERENCE_REORDERED)) {
      assertThat(Attacks.sortedWords(Attacks.answer(kind, PUMP).orElseThrow()))
          .as(kind.name())
          .isEqualTo(words);
    }
    assertThat(Attacks.words(Attacks.answer(AttackKind.REFERENCE_SPEECH, PUMP).orElseThrow()))
        .containsAll(words)
        .hasSizeGreaterThan(words.size());
    assertThat(Attacks.words(Attacks.answer(AttackKind.HALF_REFERENCE, PUMP).orElseThrow()).size())
        .isBetween(words.size() / 2, words.size() - 1);
    assertThat(Attacks.answer(AttackKind.REFERENCE_REORDERED, PUMP))
        .isNotEqualTo(Attacks.answer(AttackKind.REFERENCE, PUMP));
  }

  @ParameterizedTest
  @CsvSource({
    "We normalise the colour., We normalize the color.",
    "They analyzed labeled behavior., They analysed labelled behaviour.",
    "It is wise to exercise in an hour., It is wise to exercise in an hour."
  })
  void spellingIsExchangedInBothDirections(String text, String other) {
    assertThat(Spelling.exchanged(text)).isEqualTo(other);
    assertThat(Spelling.exchanged(other)).isEqualTo(text);
  }

  @Test
  void anotherReferenceIsThatOfTheNearestQuestionWhoseAnswerIsAnother() {
    Question same =
        new Question("same", PUMP.prompt(), PUMP.references(), List.of(), Rule.ALL, null);
    Question near =
        new Question(
            "near",
            "What does a fridge do?",
            List.of("A fridge uses a compressor and a coolant to keep food cold."),
            List.of(),
            Rule.ALL,
            null);
    List<Question> bank = new ArrayList<>(Attacks.BANK);
    bank.addAll(List.of(PUMP, same, near));

    assertThat(Attacks.answer(AttackKind.OTHER_REFERENCE, PUMP, bank, 1))
        .hasValue(near.references().get(0));
    assertThat(Attacks.answer(AttackKind.OTHER_REFERENCE, PUMP, List.of(PUMP, same), 1)).isEmpty();
    assertThat(Attacks.answer(AttackKind.ALL_OTHER_REFERENCES, PUMP, bank, 1).orElseThrow())
        .startsWith(near.references().get(0))
        .doesNotContain("warm house");
  }
}
