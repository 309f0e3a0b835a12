package docimo.cli;

import docimo.app.Application;
import docimo.question.InMemoryQuestionBank;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves a bank over HTTP until the process is stopped. */
@Command(
    name = "serve",
    description = "Serves a question bank and screenings over HTTP.",
    footer = {
      "",
      "Questions of the database are served beside those of the bank; where both have the",
      "same id, the one of the database is.",
      "SIGTERM or Ctrl-C stops it: no more requests are taken and those in flight are answered;",
      "jobs stop after the few rows that they are at and go on at the next start.",
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
      description = {
        "Address to listen on (default: ${DEFAULT-VALUE}, this machine only).",
        "Another one needs a key, which 'docimo key create' makes: as long as there is none,",
        "everybody on this machine may do everything, and nobody else may do anything."
      })
  private String host = "";

  @Mixin private BankOption bank = new BankOption();

  @Mixin private DatabaseOption database = new DatabaseOption();

  @Mixin private ReviewOption review = new ReviewOption();

  ServeCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > HIGHEST_PORT) {
      throw wrongUsage("a port is a number from 0 to " + HIGHEST_PORT + ", not " + port);
    }
    CountDownLatch stopped = new CountDownLatch(1);
    Application.Starting starting = Application.starting(review.read());
    try {
      InMemoryQuestionBank questions = bank.read();
      Application.Service service =
          Application.listen(starting, questions, database.address(), host, port);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    starting.awaitEnd();
                    service.close();
                    stopped.countDown();
                  },
                  "stop"));
      service.awaitReady();
      announce(questions.all().size(), service.port(), service.isFirstRun());
    } finally {
      starting.awaitEnd();
    }
    stopped.await();
    return DONE;
  }

  /** Says where the service is, and what it means that there is no key yet. */
  void announce(int questions, int listeningOn, boolean firstRun) {
    if (firstRun) {
      console
          .err()
          .println(
              "docimo: there is no key yet: everybody on this machine may do everything, reference"
                  + " answers (GET /v1/questions/{id}) and screenings included."
                  + " 'docimo key create' or POST /v1/keys makes the first one.");
    }
    console
        .err()
        .println(
            "docimo serves "
                + count(questions, "question")
                + " on http://"
                + host
                + ":"
                + listeningOn
                + "/ (Ctrl-C stops it)");
  }
}
