package docimo.cli;

import docimo.app.Banks;
import docimo.app.Workplace;
import docimo.grading.Answer;
import docimo.question.InMemoryQuestionBank;
import docimo.question.Question;
import docimo.screening.Resubmission;
import docimo.screening.Retention;
import docimo.screening.ReviewBand;
import docimo.screening.Screening;
import docimo.screening.ScreeningPlan;
import docimo.screening.WeightedQuestion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Opens one. */
@Command(name = "create", description = "Opens a screening and prints its id.")
final class ScreeningCreateCommand extends OfficeCommand {

  @Option(names = "--title", paramLabel = "TEXT", required = true, description = "For people.")
  private String title = "";

  @Option(
      names = "--question",
      paramLabel = "ID[=WEIGHT]",
      description = "A question of the database; again for the next (weight: 1).")
  private List<String> questions = new ArrayList<>();

  @Option(names = "--all-questions", description = "All questions of the database, weight 1.")
  private boolean all;

  @Option(
      names = "--purpose",
      paramLabel = "PURPOSE",
      defaultValue = "screening",
      description = "screening or practice (default: ${DEFAULT-VALUE}).")
  private Answer.Purpose purpose = Answer.Purpose.SCREENING;

  @Option(names = "--blind", description = "Reviewers give a mark before they see the machine's.")
  private boolean blind;

  @Option(
      names = "--retention-days",
      paramLabel = "DAYS",
      defaultValue = "365",
      description = "How long texts are kept (default: ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--resubmission",
      paramLabel = "WHICH",
      defaultValue = "last",
      description = "Which answer counts: last, best or first (default: ${DEFAULT-VALUE}).")
  private Resubmission resubmission = Resubmission.LAST;

  @Option(
      names = "--band",
      paramLabel = "NAME=FROM",
      description = "A review band and the score that it begins at; it sorts, nobody is rejected.")
  private Map<String, Double> bands = new LinkedHashMap<>();

  @Mixin private ReviewOption review = new ReviewOption();
  @Mixin private ActorOption actor = new ActorOption();

  ScreeningCreateCommand(Console console) {
    super(console);
  }

  @Override
  Integer run(Workplace place) throws IOException {
    if (all == !questions.isEmpty()) {
      throw wrongUsage("name the questions with --question, or take --all-questions");
    }
    List<WeightedQuestion> asked = new ArrayList<>();
    if (all) {
      for (Question q : place.office().questions().all()) {
        asked.add(new WeightedQuestion(q.id(), 1));
      }
      if (asked.isEmpty()) {
        throw new CommandFailedException(
            "the database has no questions; 'docimo questions import FILE' takes some");
      }
    }
    questions.forEach(q -> asked.add(weighted(q)));
    place
        .office()
        .questions()
        .addMissing(
            asked.stream().map(WeightedQuestion::questionId).toList(),
            new InMemoryQuestionBank(Banks.bundled().questions()),
            actor.name());
    List<ReviewBand> sorted = new ArrayList<>();
    bands.forEach((name, from) -> sorted.add(new ReviewBand(name, from)));
    Screening screening =
        place
            .office()
            .screenings()
            .create(
                new ScreeningPlan(
                    title,
                    purpose,
                    asked,
                    review.read(),
                    blind,
                    new Retention(days),
                    resubmission,
                    sorted),
                actor.name());
    print(ScreeningLine.of(screening), screening::id);
    return DONE;
  }

  private WeightedQuestion weighted(String text) {
    int at = text.lastIndexOf('=');
    if (at < 0) {
      return new WeightedQuestion(text, 1);
    }
    try {
      return new WeightedQuestion(
          text.substring(0, at), Double.parseDouble(text.substring(at + 1)));
    } catch (NumberFormatException e) {
      throw wrongUsage("--question is ID or ID=WEIGHT, not '" + text + "'");
    }
  }
}
