package docimo.cli;

import docimo.access.ApiKey;
import docimo.access.Scope;
import docimo.app.Workplace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes, lists, replaces and revokes keys. */
@Command(
    name = "key",
    description = "Makes, lists, replaces and revokes the keys that callers of the service need.",
    subcommands = {
      KeyCommand.Create.class,
      KeyCommand.ListAll.class,
      KeyCommand.Rotate.class,
      KeyCommand.Revoke.class
    })
final class KeyCommand extends ConsoleCommand {

  private static final String ONCE = "keep the secret now: nobody can show it again";

  KeyCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    throw wrongUsage("say what to do with keys: create, list, rotate or revoke");
  }

  /** Makes one. */
  @Command(
      name = "create",
      description = {
        "Makes a key and prints its secret, once: only a hash of it is kept.",
        "As soon as there is a key, no request is answered without one."
      })
  static final class Create extends OfficeCommand {

    @Option(
        names = "--name",
        paramLabel = "NAME",
        required = true,
        description = "What people call it; the audit log has it beside who acts.")
    private String name = "";

    @Option(
        names = "--scope",
        paramLabel = "SCOPE",
        required = true,
        description = {
          "What it is for; may be given several times: grade (have answers marked),",
          "questions:write, review (answers, results, reviews), admin (everything)."
        })
    private List<String> scopes = new ArrayList<>();

    @Option(
        names = "--expires-days",
        paramLabel = "DAYS",
        description = "How long it works (default: until it is revoked).")
    private @Nullable Integer days;

    @Mixin private ActorOption actor = new ActorOption();

    Create(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) {
      Duration life = days == null ? null : Duration.ofDays(days);
      KeyLine made = KeyLine.of(place.keys().create(tenant(), name, chosen(), life, actor.name()));
      print(made, () -> made.line() + "\n" + made.secret());
      say("a service on " + place.address() + " asks for keys from now on");
      say(ONCE);
      return DONE;
    }

    private Set<Scope> chosen() {
      Set<Scope> chosen = EnumSet.noneOf(Scope.class);
      for (String scope : scopes) {
        chosen.add(
            Scope.of(scope)
                .orElseThrow(
                    () ->
                        wrongUsage(
                            "a scope is grade, questions:write, review or admin, not '"
                                + scope
                                + "'")));
      }
      return chosen;
    }
  }

  /** Lists those of a tenant. */
  @Command(name = "list", description = "Lists the keys of a tenant, those that were revoked too.")
  static final class ListAll extends OfficeCommand {

    ListAll(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) {
      for (ApiKey key : place.keys().list(tenant())) {
        KeyLine shown = KeyLine.of(key);
        print(shown, shown::line);
      }
      return DONE;
    }
  }

  /** Replaces a secret. */
  @Command(
      name = "rotate",
      description = {
        "Gives a key another secret and prints it, once. The one before works on for a while,",
        "so that callers can change over one by one."
      })
  static final class Rotate extends DatabaseCommand {

    @Parameters(paramLabel = "KEY", description = "Id of the key.")
    private String id = "";

    @Option(
        names = "--overlap-hours",
        paramLabel = "HOURS",
        defaultValue = "24",
        description = "How long both work, up to 720 (default: ${DEFAULT-VALUE}).")
    private int hours;

    @Mixin private ActorOption actor = new ActorOption();

    Rotate(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) {
      KeyLine rotated = KeyLine.of(place.keys().rotate(id, Duration.ofHours(hours), actor.name()));
      print(rotated, () -> rotated.line() + "\n" + rotated.secret());
      say(ONCE + "; the one before works for " + count(hours, "more hour"));
      return DONE;
    }
  }

  /** Ends one. */
  @Command(
      name = "revoke",
      description = "Revokes a key, for good. A service on the database notices in 5 seconds.")
  static final class Revoke extends DatabaseCommand {

    @Parameters(paramLabel = "KEY", description = "Id of the key.")
    private String id = "";

    @Mixin private ActorOption actor = new ActorOption();

    Revoke(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) {
      KeyLine revoked = KeyLine.of(place.keys().revoke(id, actor.name()));
      print(revoked, revoked::line);
      return DONE;
    }
  }
}
