package docimo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import docimo.question.KeyPoint;
import docimo.question.Question;
import docimo.question.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CsvBankTest {

  @Test
  void readsEveryColumn() {
    Question question =
        read("""
                Topic,ID,Prompt,Reference Answer,reference_2,Key Points,Rule
                Nets,drop,"What is dropout, really?","It drops:
                * units
                * edges",Another one.,"units | edges
                weights",any 2
                """)
            .get(0);

    assertThat(question)
        .isEqualTo(
            new Question(
                "drop",
                "What is dropout, really?",
                List.of("It drops:\n\n- units\n- edges", "Another one."),
                List.of(KeyPoint.of("units"), KeyPoint.of("edges"), KeyPoint.of("weights")),
                Rule.parse("any 2"),
                "Nets"));
  }

  @Test
  void emptyCellsAndRowsAreNothing() {
    List<Question> questions = read("question,reference,rule\nWhy?,,\n,,\n\nHow?,By luck.\n");

    assertThat(questions).extracting(Question::prompt).containsExactly("Why?", "How?");
    assertThat(questions.get(0).references()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "question,colour\\nWhy?,red ~ 1 ~ there is no column 'colour'",
        "id,reference\\na,b ~ 1 ~ there is no column 'question'",
        "question,prompt\\na,b ~ 1 ~ two columns are named",
        "question,reference\\nWhy?,a\\nHow?,b,c ~ 3 ~ 3 cells for 2 columns",
        "question,rule\\nWhy?,some ~ 2 ~ is not a rule",
        "question,key_points,rule\\nWhy?,a | b,any 3 ~ 2 ~ asks for more key points",
        "question,marked_answers\\nWhy?,good ~ 2 ~ not valid JSON",
        "question,marked_answers\\nWhy?,[3] ~ 2 ~ marked_answers/0: a marked answer is not an object",
        "question,marked_answers\\nWhy?,[] [] ~ 2 ~ marked_answers: something follows the array"
      })
  void namesWhatIsWrong(String csv, int line, String problem) {
    BankFormatException refused =
        catchThrowableOfType(BankFormatException.class, () -> read(csv.replace("\\n", "\n")));

    assertThat(refused.problem()).contains(problem);
    assertThat(refused.line()).isEqualTo(line);
  }

  @Test
  void quoteThatNeverEndsIsRefused() {
    BankFormatException refused =
        catchThrowableOfType(
            BankFormatException.class, () -> read("id,question\na,\"Why?\nb,How?\n"));

    assertThat(refused.remedy()).isEqualTo("check that every quote is closed");
  }

  private static List<Question> read(String csv) {
    return BankFiles.read("bank.csv", csv, BankFiles.Format.CSV).questions();
  }
}
