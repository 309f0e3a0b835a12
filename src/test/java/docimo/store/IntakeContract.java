package docimo.store;

import static docimo.store.Office.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import docimo.screening.ConflictException;
import docimo.screening.QuestionRevision;
import docimo.screening.Receipt;
import docimo.screening.Screening;
import docimo.screening.ScreeningPlan;
import docimo.screening.ScreeningResults;
import docimo.screening.ScreeningState;
import docimo.screening.VersionConflictException;
import docimo.screening.WeightedQuestion;
import docimo.screening.WeightedScore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Questions, screenings, answers and where candidates stand, on every database. */
abstract class IntakeContract extends StoreContract {

  @Test
  void questionsComeBackLetterByLetter() {
    office.screening();
    assertThat(office.services.questions().all())
        .containsExactly(Office.question("q1"), Office.question("q2"));
  }

  @Test
  void changedQuestionsGetRevisionsAndUnchangedDoNot() {
    office.screening();
    assertThat(office.services.questions().save(Office.question("q1"), 1, "a").number())
        .isEqualTo(1);
    QuestionRevision second = revise("q1");
    assertThat(second.number()).isEqualTo(2);
    assertThat(office.services.questions().history("q1")).hasSize(2);
    assertThatThrownBy(() -> office.services.questions().save(Office.question("q1"), 1, "a"))
        .isInstanceOf(VersionConflictException.class);
  }

  @Test
  void plansComeBackAndStaleVersionsAreRefused() {
    Screening screening = office.screening();
    assertThat(office.services.screenings().get(screening.id())).isEqualTo(screening);
    ScreeningPlan plan = ScreeningPlan.of("Other", List.of(new WeightedQuestion("q2", 3)));
    Screening changed = office.services.screenings().change(screening.id(), 1, plan, "r");
    assertThat(office.services.screenings().get(screening.id())).isEqualTo(changed);
    assertThat(changed.version()).isEqualTo(2);
    assertThatThrownBy(() -> office.services.screenings().change(screening.id(), 1, plan, "r"))
        .isInstanceOf(VersionConflictException.class);
    assertThatThrownBy(
            () ->
                office.services.screenings().move(screening.id(), 2, ScreeningState.ARCHIVED, "r"))
        .isInstanceOf(ConflictException.class);
    assertThat(office.services.screenings().list(0, 10).items()).containsExactly(changed);
  }

  @Test
  void oneOfTwoEditorsIsToldThatTheOtherWasFirst() throws Exception {
    Screening screening = office.screening();
    List<Boolean> won = new ArrayList<>();
    inParallel(
        4,
        n -> {
          try {
            office
                .services
                .screenings()
                .change(
                    screening.id(),
                    1,
                    ScreeningPlan.of("t" + n, List.of(new WeightedQuestion("q1", 1))),
                    "r");
            synchronized (won) {
              won.add(true);
            }
          } catch (VersionConflictException e) {
            assertThat(e.actual()).isEqualTo(2);
          }
        });
    assertThat(won).hasSize(1);
  }

  @Test
  void theSameAttemptIsTakenOnceAndAnotherTextIsRefused() {
    String id = office.screening().id();
    Receipt first = office.services.submissions().submit(id, answer("c", "q1", "1", "0.5 x"), "r");
    Receipt again = office.services.submissions().submit(id, answer("c", "q1", "1", "0.5 x"), "r");
    assertThat(again.repeated()).isTrue();
    assertThat(again.submission()).isEqualTo(first.submission());
    assertThat(again.grade()).isEqualTo(first.grade());
    assertThat(office.marked()).isEqualTo(1);
    assertThatThrownBy(
            () -> office.services.submissions().submit(id, answer("c", "q1", "1", "0.6 x"), "r"))
        .isInstanceOf(ConflictException.class);
    assertThat(
            office
                .services
                .submissions()
                .submit(id, answer("c", "q1", null, "0.5 x"), "r")
                .repeated())
        .isTrue();
  }

  @Test
  void awkwardTextsAreKept() {
    String id = office.screening().id();
    Receipt receipt =
        office
            .services
            .submissions()
            .submit(id, answer("ä'\"\\;--", "q1", "1", "0.5 \u0000 \uD83D\uDE00 \uD83D x"), "r");
    assertThat(office.services.submissions().get(receipt.submission().id()))
        .isEqualTo(receipt.submission());
    assertThat(receipt.submission().content())
        .extracting(content -> content.text())
        .isEqualTo("0.5 \uFFFD \uD83D\uDE00 \uFFFD x");
    assertThat(office.services.audit().verify().isIntact()).isTrue();
  }

  @Test
  void anAnswerThatTheMachineFailsAtIsKeptAndWaitsForAPerson() {
    String id = office.screening().id();
    Receipt receipt = office.services.submissions().submit(id, answer("c", "q1", "1", "boom"), "r");
    assertThat(receipt.recorded()).isNull();
    assertThat(office.services.reviews().waiting(id)).isEqualTo(1);
    assertThat(office.services.results().of(id).candidates().get(0).score().status())
        .isEqualTo(WeightedScore.Status.INCOMPLETE);
  }

  @Test
  void resultsRankAndFrozenPercentilesStay() {
    String id = office.screening().id();
    for (int i = 1; i < 6; i++) {
      for (String question : List.of("q1", "q2")) {
        office.services.submissions().submit(id, answer("c" + i, question, "1", "0." + i), "r");
      }
    }
    office.services.results().freeze(id, "r");
    office.services.submissions().submit(id, answer("c6", "q1", "1", "0.9"), "r");
    ScreeningResults results = office.services.results().of(id);
    assertThat(results.candidates())
        .extracting(c -> c.candidate().ref())
        .containsExactly("c5", "c4", "c3", "c2", "c1", "c6");
    assertThat(results.candidates().get(0).percentile()).isEqualTo(90.0);
    assertThat(results.candidates().get(5).place()).isNull();
    assertThat(results.frozenAt()).isNotNull();
  }

  @Test
  void aClockThatJumpsBackChangesNoOrder() {
    String id = office.screening().id();
    office.services.submissions().submit(id, answer("c", "q1", "1", "0.2"), "r");
    office.pass(Duration.ofDays(-30));
    office.services.submissions().submit(id, answer("c", "q1", "2", "0.8"), "r");
    assertThat(office.services.results().of(id, "c").questions().get(0).mark().value())
        .isEqualTo(0.8);
    assertThat(office.services.audit().verify().isIntact()).isTrue();
  }

  @Test
  void percentilesThatWereFrozenLastCountWhateverTheClockSaid() {
    String id = office.screening().id();
    for (String question : List.of("q1", "q2")) {
      office.services.submissions().submit(id, answer("c", question, "1", "0.5"), "r");
    }
    Instant first = office.services.results().freeze(id, "r").at();
    office.pass(Duration.ofDays(-30));
    Instant last = office.services.results().freeze(id, "r").at();
    assertThat(last).isBefore(first);
    assertThat(office.services.results().of(id).frozenAt()).isEqualTo(last);
    assertThat(office.services.retention().run()).isZero();
    assertThat(office.services.audit().verify().isIntact()).isTrue();
  }
}
