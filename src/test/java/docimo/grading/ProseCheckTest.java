package docimo.grading;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.question.Question;
import docimo.testing.Texts;
import docimo.text.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProseCheckTest {

  private static final List<String> FUNCTION_WORDS =
      List.of("the", "of", "and", "to", "a", "in", "is", "with", "for", "that", "on", "as", "it");

  /** Ways to make words without sentences of a reference. */
  enum Dump {
    SHUFFLED_WHOLE,
    SHUFFLED_SENTENCES,
    ALPHABET,
    KEYWORDS_AND_COMMAS,
    KEYWORDS_IN_ORDER,
    KEYWORDS_AND_LINES,
    KEYWORDS_AND_BULLETS,
    SPRINKLED,
    ABOUT_EACH;

    String of(String reference) {
      return switch (this) {
        case SHUFFLED_WHOLE -> joined(shuffled(words(reference), 1), " ") + ".";
        case SHUFFLED_SENTENCES ->
            Graders.ANALYZER.analyze(reference).sentences().stream()
                .map(sentence -> joined(shuffled(words(sentence.tokens()), 2), " "))
                .collect(Collectors.joining(". ", "", "."));
        case ALPHABET -> joined(keywords(reference).stream().sorted().toList(), " ");
        case KEYWORDS_AND_COMMAS -> joined(shuffled(keywords(reference), 3), ", ");
        case KEYWORDS_IN_ORDER -> joined(keywords(reference), ", ");
        case KEYWORDS_AND_LINES -> joined(shuffled(keywords(reference), 4), "\n");
        case KEYWORDS_AND_BULLETS -> "- " + joined(shuffled(keywords(reference), 5), "\n- ");
        case SPRINKLED -> sprinkled(reference);
        case ABOUT_EACH ->
            keywords(reference).stream()
                .limit(15)
                .map(k -> "It is about " + k + ". " + k + " is important.")
                .collect(Collectors.joining(" "));
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void dumpsOfReferencesAreNoProse(Dump dump) {
    List<String> missed =
        Graders.BANK.stream()
            .filter(
                q ->
                    Checked.flags(q, dump.of(q.references().get(0))).stream()
                        .noneMatch(f -> f.code().isNotProse() && f.severity() == Severity.HIGH))
            .map(Question::id)
            .toList();

    // nineteen in twenty
    assertThat(missed).hasSizeLessThanOrEqualTo(Graders.BANK.size() / 20);
  }

  @Test
  void oneSentenceAgainAndAgainIsRepetitious() {
    for (Question question : Graders.BANK) {
      String sentence = longSentence(question.references().get(0));
      assertThat(Checked.codes(question, (sentence + " ").repeat(6)))
          .as(question.id())
          .contains(FlagCode.REPETITIOUS);
    }
  }

  static Stream<List<String>> honest() {
    return Texts.lines(ProseCheckTest.class, "honest-answers.txt").stream()
        .map(line -> List.of(line.split("\\|", 3)));
  }

  @ParameterizedTest
  @MethodSource("honest")
  void honestNotesBulletsSpeechAndForeignEnglishAreNotFlagged(List<String> cells) {
    Question question =
        Graders.BANK.stream().filter(q -> q.id().equals(cells.get(0))).findFirst().orElseThrow();
    String answer =
        cells.get(1).equals("bullets") || cells.get(1).equals("notes")
            ? cells.get(2).replace("/", "\n")
            : cells.get(2);

    assertThat(Checked.flags(question, answer)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("docimo.grading.GradabilityTest#bank")
  void aReferenceItselfIsProse(Question question) {
    for (String reference : question.references()) {
      assertThat(Checked.codes(question, reference)).containsExactly(FlagCode.NEAR_VERBATIM);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "relu, sigmoid, tanh",
        "ReLU, leaky ReLU, ELU, GELU, sigmoid, tanh, softmax, swish, maxout",
        "Sigmoid, tanh and ReLU."
      })
  void namesAreAnAnswerWhereNamesAreAsked(String answer) {
    Question names =
        Graders.question(
            "Name three activation functions.", "Three of them are the sigmoid, tanh and ReLU.");
    assertThat(Checked.codes(names, answer)).isEmpty();
  }

  @Test
  void singleWordsAreAnAnswerWhereTheReferenceIsSuchAList() {
    String list = "HTTP, HTTPS, FTP, SMTP, IMAP, POP3, DNS, DHCP, SSH, Telnet, NTP, SNMP";
    assertThat(Checked.codes(Graders.question("Which protocols do you know?", list), list))
        .doesNotContain(FlagCode.KEYWORD_LIST);
  }

  private static List<String> words(String text) {
    return words(Graders.ANALYZER.analyze(text).tokens().toList());
  }

  private static List<String> words(List<Token> tokens) {
    return tokens.stream()
        .filter(token -> token.kind() != Token.Kind.PUNCTUATION)
        .map(Token::text)
        .toList();
  }

  private static List<String> keywords(String text) {
    return Graders.ANALYZER
        .analyze(text)
        .tokens()
        .filter(Token::isContent)
        .map(token -> token.text().toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  private static String sprinkled(String reference) {
    Random random = new Random(6);
    List<String> words = new ArrayList<>();
    for (String keyword : shuffled(keywords(reference), 7)) {
      words.add(keyword);
      if (random.nextInt(5) < 3) {
        words.add(FUNCTION_WORDS.get(random.nextInt(FUNCTION_WORDS.size())));
      }
    }
    return joined(words, " ") + ".";
  }

  private static String longSentence(String reference) {
    return Graders.ANALYZER.analyze(reference).sentences().stream()
        .filter(sentence -> sentence.tokens().size() > 6)
        .map(sentence -> reference.substring(sentence.start(), sentence.end()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> shuffled(List<String> words, int seed) {
    List<String> copy = new ArrayList<>(words);
    Collections.shuffle(copy, new Random(seed));
    return copy;
  }

  private static String joined(List<String> words, String between) {
    return String.join(between, words);
  }
}
