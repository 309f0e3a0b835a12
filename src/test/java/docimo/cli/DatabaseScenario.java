package docimo.cli;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.app.Application;
import docimo.app.Workplace;
import docimo.exchange.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What scenarios on a database have in common: each test has an empty one, and a folder. */
abstract class DatabaseScenario {

  static final String QUESTION = "autoencoders";
  static final String GOOD =
      "It copies its input: the encoder makes it small, the decoder rebuilds it. It removes noise.";

  @TempDir Path folder = Path.of("");
  private String address = "";

  /** The address of an empty database, as {@code --db} takes it. */
  abstract String newDatabase();

  @BeforeEach
  final void findDatabase() {
    address = newDatabase();
  }

  final String address() {
    return address;
  }

  /** Calls docimo on the database. */
  final Cli run(String... args) {
    return Cli.run(
        Stream.concat(Stream.of(args), Stream.of("--db", address)).toArray(String[]::new));
  }

  /** Opens a screening of one question. */
  final String screening(String... options) {
    run("questions", "import").isDone();
    String[] create = {"screening", "create", "--title", "T", "--question", QUESTION, "--json"};
    return json(run(Stream.of(create, options).flatMap(Stream::of).toArray(String[]::new)))
        .get("id")
        .asText();
  }

  /** Hands an answer in and gives its id. */
  final String submit(String screening, String candidate, String answer) {
    return json(run(
            "screening",
            "submit",
            screening,
            "--candidate",
            candidate,
            "--question",
            QUESTION,
            "--answer",
            answer,
            "--json"))
        .get("submission_id")
        .asText();
  }

  /** A file of good answers, one for each candidate. */
  final String file(String name, List<String> candidates) throws IOException {
    StringBuilder rows = new StringBuilder("candidate_ref;question_id;answer\n");
    candidates.forEach(c -> rows.append(c + ";" + QUESTION + ";" + GOOD + "\n"));
    return Files.writeString(folder.resolve(name), rows).toString();
  }

  /** Another process on the database, which marks nothing. It has to be closed before a call. */
  final Workplace elsewhere() {
    return Workplace.open(address, DatabaseScenario::noMachine);
  }

  private static Application noMachine() {
    throw new AssertionError("nothing is to be marked here");
  }

  static JsonNode json(Cli call) {
    return json(call.isDone().out());
  }

  static JsonNode json(String line) {
    return Json.read(line);
  }
}
