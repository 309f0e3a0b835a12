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
      "kappa: agreement beyond chance on tenths, weighted by the square of the distance; 1 is",
      "full. r: whether both rise together. RMSE: how far apart two marks are. mean error:",
      "machine less person, so that above 0 the machine is lenient. - where it is not defined,",
      "as with a single answer. blind: how many were marked before the machine's mark was seen."
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
