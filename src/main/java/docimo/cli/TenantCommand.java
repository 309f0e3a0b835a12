package docimo.cli;

import docimo.access.Tenant;
import docimo.app.Workplace;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes and lists tenants. */
@Command(
    name = "tenant",
    description = "Makes and lists tenants, who share a database and never see each other's data.",
    subcommands = {TenantCommand.Create.class, TenantCommand.ListAll.class})
final class TenantCommand extends ConsoleCommand {

  TenantCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    throw wrongUsage("say what to do with tenants: create or list");
  }

  /** A tenant as {@code --json} prints it. */
  private record Shown(String name, Instant createdAt) {

    static Shown of(Tenant tenant) {
      return new Shown(tenant.name(), tenant.createdAt());
    }

    String line() {
      return name + "  since " + createdAt;
    }
  }

  /** Makes one. */
  @Command(
      name = "create",
      description = "Makes a tenant, with a schema of its own in the database.")
  static final class Create extends DatabaseCommand {

    @Parameters(
        paramLabel = "NAME",
        description = "A letter, then letters, digits and underscores, all in lower case.")
    private String name = "";

    @Mixin private ActorOption actor = new ActorOption();

    Create(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) {
      Shown made = Shown.of(place.tenants().create(name, actor.name()));
      print(
          made,
          () ->
              "tenant "
                  + made.name()
                  + "; 'docimo key create --tenant "
                  + made.name()
                  + "' makes a key for it");
      return DONE;
    }
  }

  /** Lists all. */
  @Command(name = "list", description = "Lists the tenants, the one that is always there first.")
  static final class ListAll extends DatabaseCommand {

    ListAll(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) {
      for (Tenant tenant : place.tenants().list()) {
        Shown shown = Shown.of(tenant);
        print(shown, shown::line);
      }
      return DONE;
    }
  }
}
