package docimo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The log against a head that was kept elsewhere. */
abstract class AuditScenario extends DatabaseScenario {

  @Test
  void theLogGoesThroughTheHeadThatWasKept() {
    String screening = screening();
    String head = run("audit", "verify").isDone().lines().get(1).replaceFirst("head: ", "");
    String hash = head.replaceFirst(".* ", "");
    run("screening", "close", screening).isDone();

    assertThat(verify(head).isDone().out()).startsWith("intact: ");
    assertThat(run("audit", "verify").isDone().out()).startsWith("intact: ");
    assertThat(found("1 " + hash)).contains("NOT INTACT", "event 1: event 1 is not in the log");
    assertThat(found("999 " + hash)).contains("event 999: the log ends with event ", "missing");
    for (String none : new String[] {"", "1", hash, "-1 " + hash, "1 " + hash + "0", "x " + hash}) {
      verify(none).isWrongUsageSaying("--head", "in quotes", "docimo audit verify");
    }
  }

  private Cli verify(String head) {
    return run("audit", "verify", "--head", head);
  }

  private String found(String head) {
    Cli found = verify(head);
    assertThat(found.exitCode()).isEqualTo(1);
    assertThat(found.err()).isEmpty();
    return found.out();
  }
}
