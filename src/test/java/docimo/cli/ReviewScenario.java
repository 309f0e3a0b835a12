package docimo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Blind reviews and appeals, what machine and people agree on, and what is learnt from them. */
abstract class ReviewScenario extends DatabaseScenario {

  private static final String MACHINE = "Mark 0.";

  @Test
  void fromABlindAppealToANewGrade() {
    String screening = screening("--blind");
    assertThat(run("review", "agreement", screening).isDone().out())
        .startsWith("no answer has a mark of the machine and one of a person yet");
    String answer = submit(screening, "c-1", GOOD);
    appeal(screening, answer);
    String mark = appealAgain(screening, answer);
    agreement(screening);
    keep(mark);
    regrade(screening);
    assertThat(run("audit", "verify").isDone().out()).startsWith("intact: ");
  }

  private void appeal(String screening, String answer) {
    run("review", "appeal", answer).isWrongUsageSaying("--reason");
    String waiting =
        json(run("review", "appeal", answer, "--reason", "asks why", "--actor", "rita", "--json"))
            .get("id")
            .asText();
    assertThat(run("review", "list", screening).isDone().lines())
        .singleElement()
        .asString()
        .startsWith(waiting + "  appeal  ");
    run("review", "appeal", answer, "--reason", "again").hasFailedSaying("asked for already");

    assertThat(run("review", "claim", "--case", waiting, "--actor", "kim").isDone().out())
        .contains("Appeal: asks why", "docimo review mark " + waiting + " MARK")
        .doesNotContain(MACHINE);
    assertThat(run("review", "release", waiting, "--actor", "kim").isDone().out())
        .startsWith("case " + waiting + " is free again");
    run("review", "release", waiting, "--actor", "kim").hasFailedSaying("not claimed by you");

    run("review", "claim", screening, "--actor", "kim").isDone();
    decide(waiting, "kim", "0.5").hasFailedSaying("needs a mark before the machine's is shown");
    run("review", "mark", waiting, "1.5", "--actor", "kim").isWrongUsageSaying("from 0 to 1");
    assertThat(run("review", "mark", waiting, "0.25", "--actor", "kim").isDone().out())
        .contains(MACHINE);
    run("review", "mark", waiting, "0.3", "--actor", "kim").hasFailedSaying("first mark already");
    assertThat(decide(waiting, "kim", "0.5").isDone().out())
        .startsWith("appeal by kim: 0.50 counts for answer " + answer + "; mark ");
  }

  /** Now it takes somebody who is not kim. Gives the mark that counts. */
  private String appealAgain(String screening, String answer) {
    String waiting =
        json(run("review", "appeal", answer, "--reason", "not yet", "--json")).get("id").asText();
    run("review", "claim", "--case", waiting, "--actor", "kim").hasFailedSaying("somebody else");
    Cli none = run("review", "claim", screening, "--actor", "kim").isDone();
    assertThat(none.out()).isEmpty();
    assertThat(none.err()).startsWith("nothing waits for you");
    run("review", "claim", screening, "--actor", "lee").isDone();
    run("review", "mark", waiting, "0.05", "--actor", "lee").isDone();
    JsonNode given = json(decide(waiting, "lee", "0.1", "--json"));
    assertThat(given.get("blind_mark").asDouble()).isEqualTo(0.05);
    assertThat(run("candidate", "show", "c-1").isDone().out())
        .contains("mark " + given.get("id").asText() + ": 0.10 (appeal by lee)");
    return given.get("id").asText();
  }

  private Cli decide(String waiting, String reviewer, String mark, String... more) {
    String[] call = {
      "review", "decide", waiting, mark, "--reason", "as it reads", "--actor", reviewer
    };
    return run(Stream.of(call, more).flatMap(Stream::of).toArray(String[]::new));
  }

  private void agreement(String screening) {
    Cli agreement = run("review", "agreement", screening).isDone();
    assertThat(agreement.lines().get(1))
        .matches(QUESTION + " +2 +2 +\\S+ +- +0\\.\\d\\d .*lenient");
    assertThat(agreement.lines().get(4)).matches("20\\d\\d-\\d\\d +2 +2 .*lenient");
    JsonNode json = json(run("review", "agreement", screening, "--json"));
    assertThat(json.at("/by_question/0/figures/pearson").isNull()).isTrue();
    assertThat(json.at("/by_question/0/marks").asInt()).isEqualTo(2);
    assertThat(json.at("/by_month/0/month").asText()).matches("20\\d\\d-\\d\\d");
    run("review", "agreement", "none").hasFailedSaying("no screening 'none'");
  }

  private void keep(String mark) {
    run("review", "keep", "none").hasFailedSaying("no mark 'none'", "candidate show");
    run("review", "keep", mark, "--revision", "7").hasFailedSaying("at version 1, not 7");
    Cli kept = run("review", "keep", mark, "--revision", "1").isDone();
    assertThat(kept.out()).startsWith(QUESTION + " is at revision 2 (").contains("1 marked answer");
    assertThat(kept.out() + kept.err()).doesNotContain("copies its input");
    assertThat(kept.err()).contains("stale now", "'docimo regrade'");
    run("review", "keep", mark).hasFailedSaying("is a marked answer already");
    assertThat(run("questions", "history", QUESTION).isDone().lines()).hasSize(2);
  }

  private void regrade(String screening) {
    run("regrade").isWrongUsageSaying("--screening");
    Cli preview = run("regrade", "--screening", screening).isDone();
    assertThat(preview.lines()).hasSize(1);
    assertThat(preview.out()).contains(QUESTION, "a person's 0.10 goes on to count", "question");
    assertThat(preview.err())
        .startsWith("1 stale answer, 0 with another mark; nothing was changed");
    assertThat(run("regrade", "--screening", screening).isDone().lines()).hasSize(1);
    assertThat(run("regrade", "--screening", screening, "--apply").isDone().out())
        .matches("regrade \\S+ done: 1 answer looked at, 0 failed\\R");
    Cli nothing = run("regrade", "--screening", screening).isDone();
    assertThat(nothing.out()).isEmpty();
    assertThat(nothing.err()).startsWith("0 stale answers");
  }

  @Test
  void withoutARevisionTheNewestIsMeant() {
    String screening = screening();
    for (String candidate : new String[] {"c-1", "c-2"}) {
      String mark =
          json(run(
                  "review",
                  "override",
                  submit(screening, candidate, GOOD + " " + candidate),
                  "1",
                  "--reason",
                  "all there",
                  "--json"))
              .get("id")
              .asText();
      JsonNode kept = json(run("review", "keep", mark, "--json"));
      assertThat(kept.get("number").asInt() - kept.get("marked_answers").asInt()).isEqualTo(1);
    }
  }
}
