package docimo.cli;

import docimo.app.Application;
import docimo.evaluation.attack.AttackKind;
import docimo.evaluation.attack.AttackOutcome;
import docimo.evaluation.attack.AttackPlan;
import docimo.evaluation.attack.AttackReport;
import docimo.evaluation.attack.AttackRun;
import docimo.evaluation.attack.AttackText;
import docimo.exchange.AttackJson;
import docimo.grading.Grader;
import docimo.question.InMemoryQuestionBank;
import docimo.question.Question;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries to get marks for nothing. */
@Command(
    name = "attack",
    description =
        "Tries the known attacks on the questions of a bank, and says what they would earn.",
    footer = {
      "",
      "An attack passes when it gets the pass mark and no person has to look at it first.",
      "Honest answers in other dress are tried beside the attacks, to see that they are not",
      "punished. A kind that cannot be tried on a question, such as other numbers where",
      "there is no number, is left out. Attacks that pass do not change the exit code."
    })
final class AttackCommand extends ConsoleCommand {

  @Mixin private BankOption bank = new BankOption();

  @Option(
      names = "--question",
      paramLabel = "ID",
      description = "Attack this question only; it may borrow from the others all the same.")
  private @Nullable String questionId;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description =
          "Try this kind only; may be given several times. One of: ${COMPLETION-CANDIDATES}.")
  private List<AttackKind> kinds = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Another seed makes other attacks of the same kinds (default: ${DEFAULT-VALUE}).")
  private long seed = AttackPlan.DEFAULT_SEED;

  @Option(
      names = "--pass-mark",
      paramLabel = "X",
      description = "From which score on an answer passes, up to 1 (default: ${DEFAULT-VALUE}).")
  private double passMark = AttackPlan.DEFAULT_PASS_MARK;

  @Option(
      names = "--worst",
      paramLabel = "N",
      description = "Show the N attacks with the highest marks (default: ${DEFAULT-VALUE}).")
  private int worst = 10;

  @Option(names = "--json", description = "Print the report as JSON, one object a line.")
  private boolean json;

  AttackCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws InterruptedException {
    if (!AttackPlan.isPassMark(passMark)) {
      throw wrongUsage("--pass-mark must be above 0 and at most 1");
    }
    if (worst < 0) {
      throw wrongUsage("--worst must be at least 0");
    }
    AttackPlan plan = AttackPlan.of(kinds, seed, passMark);
    InMemoryQuestionBank questions = bank.read();
    List<Question> attacked = markable(questions);
    List<AttackOutcome> outcomes = attack(attacked, questions, plan);
    print(AttackReport.of(attacked.stream().map(Question::id).toList(), outcomes, plan, worst));
    return DONE;
  }

  private List<Question> markable(InMemoryQuestionBank questions) {
    List<Question> chosen =
        questionId == null ? questions.all() : List.of(questions.get(questionId));
    List<Question> markable = chosen.stream().filter(q -> !q.references().isEmpty()).toList();
    if (markable.isEmpty()) {
      throw new CommandFailedException(
          "no question has a reference answer to mark by; 'docimo bank lint' names those to mend");
    }
    if (markable.size() < chosen.size()) {
      console
          .err()
          .println(
              "docimo: "
                  + count(chosen.size() - markable.size(), "question")
                  + " without a reference answer left out");
    }
    return markable;
  }

  private List<AttackOutcome> attack(
      List<Question> attacked, InMemoryQuestionBank questions, AttackPlan plan)
      throws InterruptedException {
    Grader grader = Application.start().knowing(questions).grader();
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try (BatchProgress progress = BatchProgress.overQuestions(attacked.size(), console)) {
      return new AttackRun(grader, questions.all()).attack(attacked, plan, workers, progress::at);
    } finally {
      workers.shutdownNow();
    }
  }

  private void print(AttackReport report) {
    if (json) {
      AttackJson.lines(report).forEach(line -> console.out().print(line + "\n"));
    } else {
      console.out().print(AttackText.of(report));
    }
  }
}
