package docimo.cli;

import docimo.app.Workplace;
import docimo.screening.Progress;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says how a candidate came on over the attempts at each question. */
@Command(
    name = "progress",
    description = {
      "Says how a candidate came on from attempt to attempt: marks, and key points that were",
      "covered for the first time. It names key points: not for candidates of a screening."
    })
final class CandidateProgressCommand extends OfficeCommand {

  @Parameters(paramLabel = "REF", description = "The candidate, as callers name them.")
  private String ref = "";

  @Option(
      names = "--screening",
      paramLabel = "ID",
      required = true,
      description = "Id of the screening.")
  private String screening = "";

  CandidateProgressCommand(Console console) {
    super(console);
  }

  @Override
  Integer run(Workplace place) {
    for (Progress.OfQuestion question :
        place.office().results().progress(screening, ref).questions()) {
      print(question, () -> describe(question));
    }
    return DONE;
  }

  private static String describe(Progress.OfQuestion question) {
    StringBuilder text = new StringBuilder(question.questionId());
    text.append(", ").append(count(question.attempts().size(), "attempt"));
    text.append(question.gain() == null ? "" : ", " + signed(question.gain()) + " in all");
    int number = 0;
    for (Progress.Attempt attempt : question.attempts()) {
      text.append("\n  ").append(attempt.submittedAt()).append("  attempt ").append(++number);
      text.append("  ").append(mark(attempt.mark().value()));
      text.append(attempt.change() == null ? "" : " (" + signed(attempt.change()) + ")");
      append(text, "\n    + ", attempt.newlyCovered());
    }
    append(text, "\n  still open: ", question.open());
    return text.toString();
  }

  private static void append(StringBuilder text, String before, @Nullable List<String> labels) {
    if (labels != null) {
      labels.forEach(label -> text.append(before).append(label));
    }
  }

  private static String signed(double difference) {
    return String.format(Locale.ROOT, "%+.2f", difference);
  }
}
