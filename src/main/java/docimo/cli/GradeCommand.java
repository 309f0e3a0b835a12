package docimo.cli;

import docimo.app.Application;
import docimo.exchange.Json;
import docimo.grading.Answer;
import docimo.grading.Grade;
import docimo.grading.ReviewPolicy;
import docimo.question.Question;
import docimo.question.QuestionBank;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Marks one answer. */
@Command(name = "grade", description = "Marks one answer to a question of a bank.")
final class GradeCommand extends ConsoleCommand {

  @Option(
      names = "--question",
      required = true,
      paramLabel = "ID",
      description = "The question; 'docimo bank list' shows the ids.")
  private String questionId = "";

  @Option(
      names = "--answer",
      required = true,
      paramLabel = "TEXT",
      description = "The answer; - reads it from standard input.")
  private String answer = "";

  @Mixin private BankOption bank = new BankOption();

  @Mixin private ReviewOption review = new ReviewOption();

  @Option(
      names = "--purpose",
      paramLabel = "PURPOSE",
      defaultValue = "practice",
      description = "practice or screening; feedback in a screening does not give the key away.")
  private Answer.Purpose purpose = Answer.Purpose.PRACTICE;

  @Option(names = "--json", description = "Print the grade as JSON.")
  private boolean json;

  GradeCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws IOException {
    QuestionBank questions = bank.read();
    Question question = questions.get(questionId);
    ReviewPolicy policy = review.read();
    String text =
        answer.equals("-")
            ? new String(console.in().readAllBytes(), StandardCharsets.UTF_8)
            : answer;
    Grade grade =
        Application.start()
            .with(policy)
            .knowing(questions)
            .grader()
            .grade(question, new Answer(text, null, purpose));
    console.out().print(json ? Json.write(grade) + "\n" : GradeText.of(question, grade));
    return DONE;
  }
}
