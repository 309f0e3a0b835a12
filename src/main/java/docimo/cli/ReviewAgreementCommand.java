package docimo.cli;

import docimo.app.Workplace;
import docimo.exchange.AgreementJson;
import docimo.screening.AgreementReport;
import picocli.CommandLine.Command;

/** Says how far machine and reviewers agree. */
@Command(
    name = "agreement",
    description = "Says how far the marks of machine and reviewers agree.",
    footer = {
      "",
      "marks: how many marks of people are compared with the machine's.",
      "blind: how many of them were given before the machine's was seen.",
      "kappa: agreement beyond chance; 1 is full. Far differences weigh more.",
      "r: whether both rise together, 1 at most.",
      "RMSE: how far apart two marks are.",
      "mean error: machine less person; above 0 the machine is lenient.",
      "-: not defined, as with a single answer."
    })
final class ReviewAgreementCommand extends ScreeningTargetCommand {

  ReviewAgreementCommand(Console console) {
    super(console);
  }

  @Override
  Integer run(Workplace place) {
    AgreementReport report = place.office().agreements().of(id);
    print(AgreementJson.of(report), () -> AgreementText.of(report));
    return DONE;
  }
}
