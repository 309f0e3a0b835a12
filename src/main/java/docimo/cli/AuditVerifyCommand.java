package docimo.cli;

import docimo.app.Workplace;
import docimo.screening.AuditReport;
import docimo.screening.AuditTrail;
import docimo.screening.audit.ChainHead;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Checks the chain. */
@Command(
    name = "verify",
    description =
        "Follows the chain of events and compares each answer, grade and mark with its event; exit"
            + " code 1 when something was changed. Keep the head elsewhere and give it later: who"
            + " writes the whole log anew is found by that alone.")
final class AuditVerifyCommand extends OfficeCommand {

  /** What a check found, as {@code --json} prints it. */
  private record Verified(
      boolean intact,
      long events,
      long rows,
      long headSequence,
      String headHash,
      List<AuditReport.Problem> problems) {}

  @Option(
      names = "--head",
      paramLabel = "\"SEQUENCE HASH\"",
      converter = HeadReader.class,
      description = "A head that was kept elsewhere, which the log must go through.")
  private @Nullable ChainHead kept;

  AuditVerifyCommand(Console console) {
    super(console);
  }

  @Override
  Integer run(Workplace place) {
    AuditTrail audit = place.office().audit();
    AuditReport report = kept == null ? audit.verify() : audit.verify(kept);
    print(
        new Verified(
            report.isIntact(),
            report.events(),
            report.rows(),
            report.head().sequence(),
            report.head().hash(),
            report.problems()),
        () -> describe(report));
    return report.isIntact() ? DONE : FAILED;
  }

  private static String describe(AuditReport report) {
    StringBuilder text =
        new StringBuilder(report.isIntact() ? "intact: " : "NOT INTACT: ")
            .append(count(report.events(), "event"))
            .append(", ")
            .append(count(report.rows(), "row"))
            .append(" compared\nhead: ")
            .append(report.head().sequence())
            .append(' ')
            .append(report.head().hash());
    report
        .problems()
        .forEach(
            problem ->
                text.append("\nevent ")
                    .append(problem.sequence())
                    .append(": ")
                    .append(problem.message()));
    return text.toString();
  }

  /** Reads a head as it is printed. */
  static final class HeadReader implements ITypeConverter<ChainHead> {

    private static final Pattern HEAD = Pattern.compile("\\s*([0-9]{1,18})\\s+([0-9a-f]{64})\\s*");

    @Override
    public ChainHead convert(String value) {
      Matcher head = HEAD.matcher(value);
      if (!head.matches()) {
        throw new TypeConversionException(
            "give number and hash in quotes, as 'docimo audit verify' shows them after \"head:\"");
      }
      return new ChainHead(Long.parseLong(head.group(1)), head.group(2));
    }
  }
}
