package docimo.cli;

import docimo.app.Application;
import docimo.app.Banks;
import docimo.app.Encoders;
import docimo.app.Serving;
import docimo.app.Setting;
import docimo.app.Settings;
import docimo.logging.Logs;
import docimo.question.InMemoryQuestionBank;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
      "The exit code is then 128 and the number of the signal: 143 or 130.",
      "",
      "Of each setting the first of these counts: its option, the environment variable",
      "(DOCIMO_ and the name, as in DOCIMO_SERVER_PORT), the file, the default.",
      "'docimo config' takes the same options and prints what is in force."
    })
final class ServeCommand extends ConsoleCommand {

  @Mixin private SettingOptions options = new SettingOptions();

  ServeCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings = settings();
    Logs.configure(
        settings.choice(Setting.LOG_FORMAT, Logs.Format.class), settings.text(Setting.LOG_LEVEL));
    CountDownLatch stopped = new CountDownLatch(1);
    Application.Starting starting =
        Application.starting(
            ReviewOption.read(settings.path(Setting.REVIEW_POLICY).orElse(null)),
            Encoders.of(settings));
    try {
      InMemoryQuestionBank questions =
          new InMemoryQuestionBank(
              Banks.read(settings.path(Setting.BANK).orElse(null)).questions());
      Serving service = Serving.listen(starting, questions, settings);
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
      announce(settings, questions.all().size(), service.port(), service.isFirstRun());
    } finally {
      starting.awaitEnd();
    }
    stopped.await();
    return DONE;
  }

  /** What is in force, with what was said on the command line. */
  Settings settings() {
    return settings(options::read);
  }

  /** Says where the service is, and what it means that there is no key yet. */
  void announce(Settings settings, int questions, int listeningOn, boolean firstRun) {
    String host = settings.text(Setting.SERVER_HOST);
    String scheme = settings.optional(Setting.TLS_KEY_STORE).isPresent() ? "https" : "http";
    if (firstRun) {
      say(
          settings,
          "WARN",
          "docimo: there is no key yet: everybody on this machine may do everything, reference"
              + " answers (GET /v1/questions/{id}) and screenings included."
              + " 'docimo key create' or POST /v1/keys makes the first one.");
    }
    say(
        settings,
        "INFO",
        "docimo serves "
            + count(questions, "question")
            + " on "
            + scheme
            + "://"
            + host
            + ":"
            + listeningOn
            + "/ (Ctrl-C stops it)");
  }

  /** Whoever reads the log as JSON gets these lines as JSON too. */
  private void say(Settings settings, String level, String message) {
    boolean json = settings.choice(Setting.LOG_FORMAT, Logs.Format.class) == Logs.Format.JSON;
    console.err().println(json ? Logs.line(level, ServeCommand.class, message) : message);
  }
}
