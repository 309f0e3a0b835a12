package docimo.cli;

import docimo.app.Application;
import docimo.evaluation.Ablation;
import docimo.evaluation.AnswerLikeness;
import docimo.evaluation.Bootstrap;
import docimo.evaluation.Comparison;
import docimo.evaluation.DatasetLicence;
import docimo.evaluation.Evaluation;
import docimo.evaluation.EvaluationReport;
import docimo.evaluation.Fit;
import docimo.evaluation.Judgement;
import docimo.evaluation.LabelReport;
import docimo.evaluation.LearningCurve;
import docimo.evaluation.LeaveOneOut;
import docimo.evaluation.MarkedAnswer;
import docimo.evaluation.Observation;
import docimo.evaluation.Observer;
import docimo.evaluation.OtherMarks;
import docimo.evaluation.Protocol;
import docimo.evaluation.ReportText;
import docimo.evaluation.RiskCoverage;
import docimo.exchange.EvaluationJson;
import docimo.exchange.ResultReader;
import docimo.grading.Grader;
import docimo.grading.ReviewPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the agreement with human marks. */
@Command(
    name = "evaluate",
    description = "Marks answers that people have marked, and says how well the marks agree.",
    footer = {
      "",
      "Rows of DATA are JSON objects with dataset, question_id, question, references,",
      "answer_id, answer and score (0 to 1); asag2024_score, label2, label3 and split",
      "are read where there are any. An answer that gets no mark counts as 0, unless",
      "--marked-only leaves it out.",
      "",
      "r: Pearson; rho: Spearman; wRMSE: weighted RMSE of ASAG2024, 0 to 1; kappa:",
      "quadratic weighted, marks rounded to tenths; order: share of pairs of answers to",
      "a question in the right order; q-error: mean absolute error of a question's mean",
      "mark; bias: mean of machine less human mark; within: share of human marks inside",
      "the interval of the grade."
    })
final class EvaluateCommand extends ConsoleCommand {

  @Mixin private MarkedAnswerFiles data = new MarkedAnswerFiles();

  @Option(
      names = "--protocol",
      paramLabel = "PROTOCOL",
      defaultValue = "plain",
      description = {
        "plain: every answer, 0 to 1 (default);",
        "mohler: the answers of the data set mohler, errors on 0 to 5; fitted on the other",
        "data sets in DATA, if there are any;",
        "asag2024: the answers and marks of that benchmark, each data set marked by a model",
        "that was fitted on the others;",
        "semeval2013: the labels of that task, fitted on the split train of each data set."
      })
  private Protocol protocol = Protocol.PLAIN;

  @Option(
      names = "--compare",
      paramLabel = "RESULTS",
      description =
          "Say how the agreement differs from that of these results: JSON lines with"
              + " answer_id and score, as 'docimo batch' writes them.")
  private @Nullable Path results;

  @Option(
      names = "--ablation",
      description = "With asag2024: say what each signal is worth by leaving it out.")
  private boolean ablation;

  @Option(
      names = "--learning-curve",
      description =
          "With mohler: say how agreement grows when 5, 10 or 20 marked answers of a question are"
              + " known.")
  private boolean learningCurve;

  @Option(
      names = "--risk-coverage",
      description =
          "With plain: say how agreement grows when the most doubtful marks are left to people, and"
              + " what the review policy sends to them.")
  private boolean riskCoverage;

  @Mixin private ReviewOption review = new ReviewOption();

  @Option(
      names = "--marked-only",
      description =
          "Leave out the answers that get no mark, for instance because they are not in English,"
              + " and say how many they are.")
  private boolean markedOnly;

  @Option(names = "--json", description = "Print the report as JSON, one object a line.")
  private boolean json;

  EvaluateCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (data.limit() < 1) {
      throw wrongUsage("--limit must be at least 1");
    }
    requireFittingOptions();
    OtherMarks others = results == null ? null : readResults(results);
    ReviewPolicy policy = review.read();
    List<MarkedAnswer> answers = read();
    Grader grader = Application.start().with(policy).grader();
    boolean fitted = isFitted(answers);
    Observer observer = fitted ? Observer.forFit(grader) : Observer.of(grader);
    List<Observation> rows = MarkedAnswerFiles.observe(answers, observer, console);
    if (protocol == Protocol.SEMEVAL2013) {
      print(LabelReport.of(rows));
      return DONE;
    }
    List<Judgement> judgements = judge(rows, fitted);
    Evaluation evaluation = new Evaluation(protocol, Bootstrap.DEFAULT);
    print(evaluation.report(judgements));
    if (others != null) {
      print(evaluation.compare(judgements, others));
    }
    if (ablation) {
      print(Ablation.of(rows, protocol));
    }
    if (riskCoverage) {
      print(RiskCoverage.of(judgements));
    }
    if (learningCurve) {
      print(LearningCurve.of(judgements, protocol, new AnswerLikeness(grader)));
    }
    return DONE;
  }

  private void requireFittingOptions() {
    if (ablation && protocol != Protocol.ASAG2024) {
      throw wrongUsage("--ablation needs --protocol asag2024");
    }
    if (learningCurve && protocol != Protocol.MOHLER) {
      throw wrongUsage("--learning-curve needs --protocol mohler");
    }
    if (riskCoverage && protocol != Protocol.PLAIN) {
      throw wrongUsage("--risk-coverage needs --protocol plain, whose marks come with their doubt");
    }
    if (markedOnly && protocol == Protocol.SEMEVAL2013) {
      throw wrongUsage("--marked-only leaves out marks, and --protocol semeval2013 gives labels");
    }
    if (results != null && protocol == Protocol.SEMEVAL2013) {
      throw wrongUsage("--compare compares marks, and --protocol semeval2013 gives labels");
    }
  }

  private List<MarkedAnswer> read() throws IOException {
    List<MarkedAnswer> answers =
        data.read(answer -> protocol != Protocol.SEMEVAL2013 || protocol.includes(answer));
    if (answers.stream().noneMatch(protocol::includes)) {
      throw new CommandFailedException(
          "the data have no answer for the protocol " + protocol.name().toLowerCase(Locale.ROOT));
    }
    return answers;
  }

  private static OtherMarks readResults(Path file) throws IOException {
    return ResultReader.read(file.toString(), InputFile.open(file));
  }

  private List<Judgement> marked(List<Judgement> judgements) {
    List<Judgement> marked = judgements.stream().filter(Judgement::isMarked).toList();
    console
        .err()
        .println(
            "docimo: "
                + count(judgements.size() - marked.size(), "answer")
                + " without a mark left out");
    if (marked.isEmpty()) {
      throw new CommandFailedException("no answer gets a mark; run without --marked-only");
    }
    return marked;
  }

  private List<Judgement> judge(List<Observation> rows, boolean fitted) {
    List<Judgement> all =
        fitted
            ? LeaveOneOut.judge(rows, protocol::includes, Fit.all(), true)
            : rows.stream()
                .filter(row -> protocol.includes(row.answer()))
                .map(Observation::judgement)
                .toList();
    return markedOnly ? marked(all) : all;
  }

  /** Whether marks come from models that are fitted now, and not from the shipped one. */
  private boolean isFitted(List<MarkedAnswer> answers) {
    if (protocol != Protocol.MOHLER) {
      return protocol != Protocol.PLAIN;
    }
    boolean others =
        answers.stream()
            .anyMatch(a -> !protocol.includes(a) && DatasetLicence.allowsFitting(a.dataset()));
    if (!others) {
      console
          .err()
          .println(
              "docimo: no other data set is given to fit on, so the shipped model marks, which may"
                  + " have been fitted on these answers");
    }
    return others;
  }

  private void print(EvaluationReport report) {
    if (json) {
      EvaluationJson.lines(report).forEach(this::printLine);
    } else {
      console.out().print(ReportText.of(report));
    }
  }

  private void print(Comparison comparison) {
    if (comparison.compared() == 0) {
      throw new CommandFailedException(
          results + " marks none of the answers; check that its answer_id, dataset and split fit");
    }
    if (json) {
      EvaluationJson.lines(comparison).forEach(this::printLine);
    } else {
      console.out().print("\n" + ReportText.of(comparison));
    }
  }

  private void print(LabelReport report) {
    if (json) {
      EvaluationJson.lines(report).forEach(this::printLine);
    } else {
      console.out().print(report.text());
    }
  }

  private void print(Ablation report) {
    if (json) {
      EvaluationJson.lines(report).forEach(this::printLine);
    } else {
      console.out().print("\n" + report.text());
    }
  }

  private void print(LearningCurve curve) {
    if (json) {
      EvaluationJson.lines(curve).forEach(this::printLine);
    } else {
      console.out().print("\n" + curve.text());
    }
  }

  private void print(RiskCoverage curve) {
    if (json) {
      EvaluationJson.lines(curve).forEach(this::printLine);
    } else {
      console.out().print("\n" + curve.text());
    }
  }

  private void printLine(String line) {
    console.out().print(line + "\n");
  }
}
