package docimo.screening.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChainTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private static List<AuditEvent> chain(int length) {
    List<AuditEvent> events = new ArrayList<>();
    ChainHead head = ChainHead.EMPTY;
    for (int i = 0; i < length; i++) {
      AuditDraft draft = AuditDraft.of(AuditKind.GRADE_RECORDED, "docimo").with("score", i);
      AuditEvent event = AuditEvent.after(head, NOON.minusSeconds(i), draft);
      events.add(event);
      head = event.head();
    }
    return events;
  }

  private static Optional<ChainCheck.Break> check(List<AuditEvent> events, ChainHead head) {
    ChainCheck check = new ChainCheck();
    events.forEach(check::accept);
    return check.end(head);
  }

  @Test
  void aWholeChainHasNoBreakWhateverItsClockSays() {
    List<AuditEvent> chain = chain(5);
    assertThat(check(chain, chain.get(4).head())).isEmpty();
    assertThat(check(List.of(), ChainHead.EMPTY)).isEmpty();
  }

  @Test
  void aChangedFactBreaksItThere() {
    List<AuditEvent> chain = chain(5);
    AuditEvent old = chain.get(2);
    chain.set(
        2,
        new AuditEvent(
            old.sequence(),
            old.at(),
            old.draft().with("score", 9),
            old.previousHash(),
            old.hash()));
    assertThat(check(chain, chain.get(4).head()).orElseThrow().sequence()).isEqualTo(3);
  }

  @Test
  void aRemovedEventBreaksItAlsoAtTheEnd() {
    List<AuditEvent> chain = chain(5);
    ChainHead head = chain.get(4).head();
    assertThat(check(chain.subList(0, 4), head).orElseThrow().sequence()).isEqualTo(5);
    chain.remove(1);
    assertThat(check(chain, head).orElseThrow().sequence()).isEqualTo(3);
  }

  @Test
  void anEventThatWasHashedAnewNoLongerLeadsToTheNext() {
    List<AuditEvent> chain = chain(5);
    ChainHead before = chain.get(0).head();
    chain.set(1, AuditEvent.after(before, NOON, chain.get(1).draft().with("score", 9)));
    assertThat(check(chain, chain.get(4).head()).orElseThrow().sequence()).isEqualTo(3);
  }

  @Test
  void theHashIsTheSameOnEveryMachine() {
    assertThat(chain(1).get(0).hash())
        .isEqualTo("aebabebf216d45bd0b9b66895df6af3de273c98e846de2c0ab11ac0c8d901312");
  }

  @Test
  void factsThatReadAlikeHashApart() {
    AuditDraft one = AuditDraft.of(AuditKind.JOB_MOVED, "a").with("b", "cd").with("e", "");
    AuditDraft two = AuditDraft.of(AuditKind.JOB_MOVED, "a").with("b", "c").with("de", "");
    assertThat(AuditEvent.after(ChainHead.EMPTY, NOON, one).hash())
        .isNotEqualTo(AuditEvent.after(ChainHead.EMPTY, NOON, two).hash());
  }

  @Test
  void saltsMakeEqualTextsHashApart() {
    assertThat(Chain.saltedHash("a", "text")).isNotEqualTo(Chain.saltedHash("b", "text"));
    assertThat(Chain.saltedHash("a", "bc")).isNotEqualTo(Chain.saltedHash("ab", "c"));
  }
}
