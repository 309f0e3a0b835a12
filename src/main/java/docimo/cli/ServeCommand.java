package docimo.cli;

import docimo.app.Application;
import docimo.app.Banks;
import docimo.exchange.ImportedBank;
import docimo.question.InMemoryQuestionBank;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves a bank over HTTP until the process is stopped. */
@Command(
    name = "serve",
    description = "Serves a question bank over HTTP.",
    footer = {
      "",
      "SIGTERM or Ctrl-C stops it: no more requests are taken and those in flight are answered.",
      "The exit code is then 128 and the number of the signal: 143 or 130."
    })
final class ServeCommand extends ConsoleCommand {

  private static final int HIGHEST_PORT = 65_535;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "7070",
      description = "Port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default: ${DEFAULT-VALUE}, this machine only).")
  private String host = "";

  @Option(
      names = "--bank",
      paramLabel = "FILE",
      description = "Bank file or folder (default: the bank that comes with docimo).")
  private @Nullable Path bank;

  ServeCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > HIGHEST_PORT) {
      throw wrongUsage("a port is a number from 0 to " + HIGHEST_PORT + ", not " + port);
    }
    Supplier<Application> starting = Application.starting();
    ImportedBank imported = Banks.read(bank);
    Application application = starting.get();
    Application.Service service =
        application.serve(new InMemoryQuestionBank(imported.questions()), host, port);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  service.close();
                  stopped.countDown();
                },
                "stop"));
    console
        .err()
        .println(
            "docimo serves "
                + count(imported.questions().size(), "question")
                + " on http://"
                + host
                + ":"
                + service.port()
                + "/ (Ctrl-C stops it)");
    stopped.await();
    return DONE;
  }
}
