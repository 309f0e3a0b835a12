package docimo.cli;

import docimo.access.AccessConflictException;
import docimo.access.NoSuchAccessException;
import docimo.app.Application;
import docimo.app.ModelException;
import docimo.app.StartException;
import docimo.batch.Trace;
import docimo.evaluation.AmbiguousMarkException;
import docimo.evaluation.NothingToFitException;
import docimo.exchange.BankFormatException;
import docimo.exchange.DataFormatException;
import docimo.exchange.ResumeException;
import docimo.grading.ReviewPolicyException;
import docimo.question.QuestionNotFoundException;
import docimo.screening.ConflictException;
import docimo.screening.NotFoundException;
import docimo.screening.StoreException;
import docimo.screening.VersionConflictException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Marks free-text answers: the command line of docimo. */
@Command(
    name = "docimo",
    description = "Marks free-text answers against a reference answer and says why.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      ServeCommand.class,
      ConfigCommand.class,
      GradeCommand.class,
      BatchCommand.class,
      BankCommand.class,
      EvaluateCommand.class,
      TrainCommand.class,
      AttackCommand.class,
      QuestionsCommand.class,
      ScreeningCommand.class,
      ReviewCommand.class,
      RegradeCommand.class,
      ExportCommand.class,
      CandidateCommand.class,
      AuditCommand.class,
      TenantCommand.class,
      KeyCommand.class,
      CommandLine.HelpCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:failed", "2:wrong usage"})
public final class Main implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Main.class);
  private static final int FAILED = 1;
  private static final String OUT_OF_MEMORY =
      "there is not enough memory; what was written until now is kept. Give Java more, for"
          + " instance with 'java -Xmx4g -jar ...'";

  /** What shows the ids of things of a database. */
  private static final Map<String, String> HINTS =
      Map.of(
          "screening",
          "; 'docimo screening list' shows the ids",
          "question",
          " in the database; 'docimo questions list' shows the ids",
          "candidate",
          "; 'docimo screening results' shows the references",
          "submission",
          "; 'docimo screening results --answers' shows the ids",
          "grade",
          "; 'docimo screening results --answers' shows the ids",
          "review case",
          "; 'docimo review list' shows the ids",
          "mark",
          "; 'docimo candidate show' shows the ids",
          "job",
          "; 'docimo screening jobs' lists the jobs");

  @Spec private CommandSpec spec;

  /** Set by the command line parser before anything is run. */
  @SuppressWarnings("NullAway.Init")
  Main() {}

  /** Runs docimo and ends the process with its exit code. */
  public static void main(String[] args) {
    Console console =
        new Console(
            new FileInputStream(FileDescriptor.in),
            new PrintStream(
                new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
            new PrintStream(
                new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    System.exit(run(console, args));
  }

  /**
   * Runs docimo.
   *
   * @return the exit code
   */
  static int run(Console console, String... args) {
    CommandLine commandLine = new CommandLine(new Main(), factory(console));
    commandLine.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    commandLine.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler(
        (e, command, result) -> {
          console.err().println("docimo: " + messageOf(e));
          return FAILED;
        });
    int exitCode = execute(commandLine, console, args);
    if (console.out().checkError() && exitCode == 0) {
      console.err().println("docimo: the results could not be written to standard output");
      return FAILED;
    }
    return exitCode;
  }

  /** The parser hands errors of the Java platform through. */
  private static int execute(CommandLine commandLine, Console console, String... args) {
    try {
      return commandLine.execute(args);
    } catch (OutOfMemoryError e) {
      console.err().println("docimo: " + OUT_OF_MEMORY);
      return FAILED;
    }
  }

  /** Without a command there is nothing to do: say which there are. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do, for instance 'docimo serve'");
  }

  /** Errors that users can mend come with their remedy; of others only the kind is told. */
  private static String messageOf(Exception e) {
    if (e instanceof QuestionNotFoundException) {
      return e.getMessage() + "; 'docimo bank list' shows the ids";
    }
    if (e instanceof NotFoundException missing) {
      return e.getMessage() + HINTS.getOrDefault(missing.kind(), "; check the id");
    }
    if (e instanceof NoSuchAccessException missing) {
      return e.getMessage() + "; 'docimo " + missing.kind() + " list' shows those there are";
    }
    boolean known =
        e instanceof BankFormatException
            || e instanceof AccessConflictException
            || e instanceof StoreException
            || e instanceof ConflictException
            || e instanceof VersionConflictException
            || e instanceof ModelException
            || e instanceof StartException
            || e instanceof ResumeException
            || e instanceof DataFormatException
            || e instanceof ReviewPolicyException
            || e instanceof AmbiguousMarkException
            || e instanceof NothingToFitException
            || e instanceof CommandFailedException;
    if (known) {
      return String.valueOf(e.getMessage());
    }
    Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
    if (cause instanceof IOException) {
      return "reading or writing failed: " + cause.getMessage();
    }
    for (Throwable t = e.getCause(); t != null; t = t.getCause()) {
      if (t instanceof OutOfMemoryError) {
        return OUT_OF_MEMORY;
      }
    }
    LOG.error("docimo failed with {}", Trace.of(e));
    return "this is a defect of docimo (" + e.getClass().getName() + "); the log says where";
  }

  /** Gives each command the console. */
  private static IFactory factory(Console console) {
    return new IFactory() {
      @Override
      public <K> K create(Class<K> type) throws Exception {
        return ConsoleCommand.class.isAssignableFrom(type)
            ? type.getDeclaredConstructor(Console.class).newInstance(console)
            : CommandLine.defaultFactory().create(type);
      }
    };
  }

  /** Names the version. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"docimo " + Application.version()};
    }
  }
}
