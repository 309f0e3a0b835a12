package docimo.question;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class InMemoryQuestionBankTest extends QuestionBankContract {

  @Override
  QuestionBank bankOf(List<Question> questions) {
    return new InMemoryQuestionBank(questions);
  }

  @Test
  void twoQuestionsWithOneIdAreRefused() {
    Question one = new Question("q", "One?", List.of(), List.of(), Rule.ALL, null);
    Question two = new Question("q", "Two?", List.of(), List.of(), Rule.ALL, null);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bankOf(List.of(one, two)))
        .withMessage("two questions have the id 'q'");
  }
}
