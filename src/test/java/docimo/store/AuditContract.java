package docimo.store;

import static docimo.store.Office.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import docimo.screening.HumanMark;
import docimo.screening.InvalidValueException;
import docimo.screening.NotFoundException;
import docimo.screening.QuestionRevision;
import docimo.screening.Receipt;
import docimo.screening.Replay;
import docimo.screening.audit.AuditDraft;
import docimo.screening.audit.AuditEvent;
import docimo.screening.audit.AuditKind;
import docimo.screening.audit.Chain;
import docimo.screening.audit.ChainHead;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is found afterwards and what is forgotten, on every database. */
abstract class AuditContract extends StoreContract {

  @Test
  void eachChangedRowIsFound() {
    String id = office.screening().id();
    Receipt receipt =
        office.services.submissions().submit(id, answer("c", "q1", "1", "? 0.2"), "r");
    office.services.reviews().override(receipt.submission().id(), "eve", 0.4, "why");
    assertThat(office.services.audit().verify().isIntact()).isTrue();
    for (String change :
        List.of(
            "UPDATE grade SET score = 0.3",
            "UPDATE human_mark SET mark = 0.5",
            "UPDATE human_mark SET reason = 'other'",
            "UPDATE submission SET answer = '0.9'",
            "UPDATE audit_event SET actor = 'nobody' WHERE seq = 3",
            "DELETE FROM audit_event WHERE seq = (SELECT seq FROM audit_head)")) {
      sql(change);
      assertThat(office.services.audit().verify().problems()).as(change).isNotEmpty();
    }
  }

  @Test
  void anErasedCandidateIsGoneAndTheChainStillFits() {
    String id = office.screening().id();
    Receipt receipt =
        office
            .services
            .submissions()
            .submit(
                id,
                new docimo.screening.NewAnswer("ann", "Ann Example", "q1", "1", "? 0.2 secret"),
                "r");
    HumanMark mark =
        office.services.reviews().override(receipt.submission().id(), "eve", 0.4, "secret why");
    office.services.markedAnswers().keep(mark.id(), 1, "eve");
    office.services.reviews().appeal(receipt.submission().id(), "r", "secret appeal");
    office.services.candidates().erase("ann", "r");
    assertThatThrownBy(() -> office.services.candidates().get("ann"))
        .isInstanceOf(NotFoundException.class);
    assertThat(office.services.results().of(id).candidates()).isEmpty();
    assertThat(office.services.submissions().get(receipt.submission().id()).content()).isNull();
    assertThat(office.services.questions().history("q1"))
        .extracting(QuestionRevision::redacted)
        .containsExactly(false, true, false);
    assertThat(office.services.questions().history("q1").toString()).doesNotContain("secret");
    assertThat(office.services.audit().events(0, 100).items().toString())
        .doesNotContain("secret", "ann", "Ann Example");
    assertThat(office.services.audit().verify().problems()).isEmpty();
    assertThat(office.services.audit().replay(gradeId(receipt)).outcome())
        .isEqualTo(Replay.Outcome.NOT_POSSIBLE);
  }

  @Test
  void textsAreForgottenWhenTheirTimeIsOverAndNotBefore() {
    String id = office.screening().id();
    office.services.submissions().submit(id, answer("c", "q1", "1", "0.2"), "r");
    office.pass(Duration.ofDays(364));
    assertThat(office.services.retention().run()).isZero();
    office.pass(Duration.ofDays(2));
    assertThat(office.services.retention().run()).isEqualTo(1);
    assertThat(office.services.audit().verify().isIntact()).isTrue();
  }

  @Test
  void replayIsIdenticalAndSaysWhenTheScorerIsAnother() {
    String id = office.screening().id();
    Receipt receipt = office.services.submissions().submit(id, answer("c", "q1", "1", "0.2"), "r");
    assertThat(office.services.audit().replay(gradeId(receipt)).outcome())
        .isEqualTo(Replay.Outcome.IDENTICAL);
    office.scoreBy("scorer-2");
    assertThat(office.services.audit().replay(gradeId(receipt)).outcome())
        .isEqualTo(Replay.Outcome.NOT_POSSIBLE);
  }

  @Test
  void chainsNeverForkWhenManyWrite() throws Exception {
    String id = office.screening().id();
    inParallel(
        8,
        n -> {
          for (int i = 0; i < 10; i++) {
            office.services.submissions().submit(id, answer("c" + n, "q1", "" + i, "0.5"), "r");
          }
        });
    assertThat(office.services.submissions().standings(id, 0, 1000).items()).hasSize(80);
    assertThat(office.services.audit().verify().problems()).isEmpty();
  }

  @Test
  void aWriteThatFailsLeavesNothing() {
    office.screening();
    ChainHead before = office.services.audit().head();
    assertThatThrownBy(
            () ->
                database
                    .store()
                    .write(
                        tx -> {
                          tx.audit()
                              .append(
                                  Instant.EPOCH, AuditDraft.of(AuditKind.JOB_MOVED, "somebody"));
                          tx.questions().noteMarkedAnswer("q1", "nothing");
                          return Optional.empty();
                        }))
        .isInstanceOf(docimo.screening.StoreException.class);
    assertThat(office.services.audit().head()).isEqualTo(before);
    assertThat(office.services.audit().verify().isIntact()).isTrue();
  }

  @Test
  void aChainThatWasWrittenAnewIsFoundByAHeadThatWasKept() {
    String id = office.screening().id();
    office.services.submissions().submit(id, answer("c", "q1", "1", "? 0.2"), "r");
    ChainHead kept = office.services.audit().head();
    office.services.submissions().submit(id, answer("c", "q2", "1", "0.5"), "r");
    assertThat(office.services.audit().verify(kept).problems()).isEmpty();
    List<AuditEvent> events = office.services.audit().events(0, 100).items();
    sql("DELETE FROM audit_event");
    sql("UPDATE audit_head SET seq = 0, hash = '" + Chain.START + "'");
    for (AuditEvent event : events) {
      AuditDraft draft = new AuditDraft(event.kind(), "somebody else", event.facts());
      database.store().write(tx -> tx.audit().append(event.at(), draft));
    }
    assertThat(office.services.audit().verify().problems()).isEmpty();
    assertThat(office.services.audit().verify(kept).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.sequence()).isEqualTo(kept.sequence()))
        .satisfies(problem -> assertThat(problem.message()).contains("written anew"));
  }

  @Test
  void aChainThatIsShorterThanAHeadThatWasKeptIsFound() {
    office.screening();
    ChainHead before = office.services.audit().head();
    office.services.submissions().submit(office.screening().id(), answer("c", "q1", "1", "1"), "r");
    ChainHead kept = office.services.audit().head();
    assertThat(office.services.audit().verify(kept).isIntact()).isTrue();
    sql("DELETE FROM grade");
    sql("DELETE FROM audit_event WHERE seq > " + before.sequence());
    sql("UPDATE audit_head SET seq = " + before.sequence() + ", hash = '" + before.hash() + "'");
    assertThat(office.services.audit().verify().problems()).isEmpty();
    assertThat(office.services.audit().verify(before).problems()).isEmpty();
    assertThat(office.services.audit().verify(ChainHead.EMPTY).problems()).isEmpty();
    assertThat(office.services.audit().verify(kept).problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .contains("ends with event " + before.sequence(), "missing"));
  }

  @Test
  void whatIsNoHeadIsRefused() {
    for (ChainHead none : List.of(new ChainHead(-1, Chain.START), new ChainHead(1, "1f8c"))) {
      assertThatThrownBy(() -> office.services.audit().verify(none))
          .isInstanceOf(InvalidValueException.class);
    }
  }

  private static String gradeId(Receipt receipt) {
    return receipt.recorded() == null ? "" : receipt.recorded().id();
  }
}
