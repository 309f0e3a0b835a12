package docimo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.app.Workplace;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tenants and keys on the command line. */
abstract class AccessScenario extends DatabaseScenario {

  private JsonNode key(String... options) {
    String[] create = {"key", "create", "--name", "portal", "--actor", "op", "--json"};
    return json(run(Stream.of(create, options).flatMap(Stream::of).toArray(String[]::new)));
  }

  @Test
  void tenantsAreMadeAndListed() {
    run("tenant", "create", "acme", "--actor", "op").isDone();
    assertThat(run("tenant", "list").isDone().lines()).hasSize(2);
    assertThat(json(run("tenant", "list", "--json").isDone().lines().get(1)).at("/name").asText())
        .isEqualTo("acme");
    run("tenant", "create", "acme").hasFailedSaying("there is a tenant 'acme' already");
    run("tenant", "create", "A-b").isWrongUsageSaying("'tenant' is a letter");
  }

  @Test
  void aKeyIsShownOnceAndListedWithoutItsSecret() {
    JsonNode made = key("--scope", "grade", "--scope", "review", "--expires-days", "30");
    assertThat(made.at("/secret").asText()).startsWith("docimo_" + made.at("/id").asText());
    assertThat(made.at("/scopes")).hasSize(2);
    assertThat(made.at("/expires_at").isTextual()).isTrue();
    Cli list = run("key", "list", "--json").isDone();
    assertThat(json(list.out()).at("/id")).isEqualTo(made.at("/id"));
    assertThat(json(list.out()).at("/secret").isNull()).isTrue();
    assertThat(run("key", "list").isDone().out())
        .contains("portal", "grade,review", "never used")
        .doesNotContain(made.at("/secret").asText().substring(24));
  }

  @Test
  void aKeyIsRotatedAndRevoked() {
    String id = key("--scope", "grade").at("/id").asText();
    Cli rotated = run("key", "rotate", id, "--overlap-hours", "2").isDone();
    assertThat(rotated.lines().get(1)).startsWith("docimo_" + id);
    assertThat(rotated.err()).contains("nobody can show it again", "2 more hours");
    assertThat(run("key", "revoke", id).isDone().out()).contains("revoked");
    run("key", "revoke", id).hasFailedSaying("was revoked");
    run("key", "rotate", id).hasFailedSaying("was revoked");
    run("key", "revoke", "nobody").hasFailedSaying("no key 'nobody'", "docimo key list");
  }

  @Test
  void whatIsDoneToKeysIsInTheLogOfTheTenant() {
    run("tenant", "create", "acme", "--actor", "op").isDone();
    key("--scope", "admin", "--tenant", "acme");
    List<String> events = run("audit", "events", "--tenant", "acme", "--json").isDone().lines();
    assertThat(events).hasSize(2);
    assertThat(json(events.get(0)).at("/kind").asText()).isEqualTo("tenant_created");
    assertThat(json(events.get(1)).at("/kind").asText()).isEqualTo("key_created");
    assertThat(json(events.get(1)).at("/actor").asText()).isEqualTo("op");
    run("audit", "verify", "--tenant", "acme").isDone();
    assertThat(run("audit", "events").isDone().out()).isEmpty();
    assertThat(run("key", "list").isDone().out()).isEmpty();
  }

  @Test
  void screeningsAreOfATenant() {
    run("tenant", "create", "acme").isDone();
    String home = screening();
    run("questions", "import", "--tenant", "acme").isDone();
    String id =
        json(run(
                "screening",
                "create",
                "--title",
                "A",
                "--question",
                QUESTION,
                "--tenant",
                "acme",
                "--json"))
            .at("/id")
            .asText();
    assertThat(run("screening", "list", "--tenant", "acme").isDone().out())
        .contains(id)
        .doesNotContain(home);
    assertThat(run("screening", "list").isDone().out()).contains(home).doesNotContain(id);
    run("screening", "show", id).hasFailedSaying("no screening");
    run("screening", "list", "--tenant", "nobody")
        .hasFailedSaying("no tenant 'nobody'", "docimo tenant list");
    try (Workplace place = elsewhere()) {
      assertThat(place.office("acme").screenings().get(id).id()).isEqualTo(id);
    }
  }

  @Test
  void wrongCallsAreNamed() {
    run("key", "create", "--name", "x", "--scope", "everything")
        .isWrongUsageSaying("questions:write");
    run("key", "create", "--name", "a/b", "--scope", "grade").isWrongUsageSaying("'name'");
    run("key", "create", "--name", "x", "--scope", "grade", "--expires-days", "0")
        .isWrongUsageSaying("'expires_days' is from 1 to 3650");
    run("key", "create", "--name", "x", "--scope", "grade", "--tenant", "nobody")
        .hasFailedSaying("no tenant 'nobody'");
    key("--scope", "grade");
    run("key", "create", "--name", "portal", "--scope", "grade").hasFailedSaying("rotate that one");
  }
}
