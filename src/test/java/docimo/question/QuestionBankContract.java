package docimo.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every bank promises: a test class of an implementation extends this and makes banks. */
abstract class QuestionBankContract {

  /** A bank that holds these questions, given in this order; their ids differ. */
  abstract QuestionBank bankOf(List<Question> questions);

  @Test
  void findsAQuestionByItsId() {
    Question stack = question("stack");
    QuestionBank bank = bankOf(List.of(question("queue"), stack));
    assertThat(bank.find("stack")).contains(stack);
    assertThat(bank.get("stack")).isEqualTo(stack);
  }

  @Test
  void returnsAllThatAQuestionHolds() {
    Question full =
        new Question(
            "trees/1",
            "What is a tree?\nGive an example.",
            List.of("A graph without cycles.", "- a root\n- children"),
            List.of(new KeyPoint("no cycles", List.of("acyclic", "naïve ✓"), 2.5, "shape")),
            Rule.parse("any 1 of shape"),
            "Trees");
    assertThat(bankOf(List.of(full)).get("trees/1")).isEqualTo(full);
    assertThat(bankOf(List.of(full)).get("trees/1").revision()).isEqualTo(full.revision());
  }

  @Test
  void keepsTheOrderOfTheAuthor() {
    List<Question> questions = IntStream.of(3, 1, 10, 2).mapToObj(n -> question("q" + n)).toList();
    assertThat(bankOf(questions).all()).isEqualTo(questions);
  }

  @Test
  void anIdIsComparedLetterByLetter() {
    QuestionBank bank = bankOf(List.of(question("Stack")));
    assertThat(bank.find("stack")).isEmpty();
    assertThat(bank.find(" Stack")).isEmpty();
    assertThat(bank.find("Stack%")).isEmpty();
    assertThat(bank.find("")).isEmpty();
  }

  @Test
  void idsThatDifferOnlyInCaseAreTwoQuestions() {
    QuestionBank bank = bankOf(List.of(question("stack"), question("Stack")));
    assertThat(bank.get("stack").id()).isEqualTo("stack");
    assertThat(bank.get("Stack").id()).isEqualTo("Stack");
  }

  @Test
  void askingForAnUnknownIdNamesIt() {
    QuestionBank bank = bankOf(List.of(question("stack")));
    assertThatExceptionOfType(QuestionNotFoundException.class)
        .isThrownBy(() -> bank.get("heap"))
        .withMessage("no question with the id 'heap'")
        .satisfies(thrown -> assertThat(thrown.id()).isEqualTo("heap"));
  }

  @Test
  void anEmptyBankHasNoQuestions() {
    assertThat(bankOf(List.of()).all()).isEmpty();
    assertThat(bankOf(List.of()).find("stack")).isEmpty();
  }

  @Test
  void nobodyCanChangeWhatTheBankHolds() {
    List<Question> given = new ArrayList<>(List.of(question("stack")));
    QuestionBank bank = bankOf(given);
    given.clear();
    assertThat(bank.all()).hasSize(1);
    assertThatThrownBy(() -> bank.all().clear()).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void manyThreadsReadTheSame() throws InterruptedException, ExecutionException {
    List<Question> questions = IntStream.range(0, 50).mapToObj(n -> question("q" + n)).toList();
    QuestionBank bank = bankOf(questions);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<Question>>> reads = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        reads.add(threads.submit(() -> questions.stream().map(q -> bank.get(q.id())).toList()));
      }
      for (Future<List<Question>> read : reads) {
        assertThat(read.get()).isEqualTo(questions);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Question question(String id) {
    return new Question(
        id, "What is a " + id + "?", List.of("It is one."), List.of(), Rule.ALL, null);
  }
}
