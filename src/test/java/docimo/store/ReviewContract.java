package docimo.store;

import static docimo.store.Office.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import docimo.screening.ConflictException;
import docimo.screening.HumanMark;
import docimo.screening.Receipt;
import docimo.screening.ReviewView;
import docimo.screening.ScreeningResults;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What people see and decide, on every database. */
abstract class ReviewContract extends StoreContract {

  @Test
  void theMostDoubtfulComesFirstAndNobodyHasTheSame() throws Exception {
    String id = office.screening().id();
    for (int i = 0; i < 12; i++) {
      office.services.submissions().submit(id, answer("c" + i, "q1", "1", "? 0." + (i + 10)), "r");
    }
    assertThat(office.services.reviews().queue(id, 0, 100).items())
        .isSortedAccordingTo((a, b) -> Double.compare(b.doubt(), a.doubt()));
    Set<String> claimed = ConcurrentHashMap.newKeySet();
    inParallel(
        12,
        reviewer -> {
          ReviewView view =
              office.services.reviews().claimNext(id, "reviewer" + reviewer).orElseThrow();
          assertThat(claimed.add(view.reviewCase().id())).isTrue();
        });
    assertThat(claimed).hasSize(12);
    assertThat(office.services.reviews().claimNext(id, "late")).isEmpty();
    office.pass(Duration.ofHours(1));
    assertThat(office.services.reviews().claimNext(id, "late")).isPresent();
  }

  @Test
  void oneOfManyReviewersGetsTheAnswerAndOneOfTheirMarksIsKept() throws Exception {
    String id = office.screening().id();
    Receipt receipt =
        office.services.submissions().submit(id, answer("c", "q1", "1", "? 0.2"), "r");
    String caseId = office.services.reviews().queue(id, 0, 1).items().get(0).id();
    Set<String> holders = ConcurrentHashMap.newKeySet();
    AtomicInteger refused = new AtomicInteger();
    inParallel(
        8,
        n -> {
          String reviewer = "reviewer" + n;
          try {
            holders.add(office.services.reviews().claim(caseId, reviewer).reviewCase().id() + n);
            inParallel(4, twice -> decided(caseId, reviewer, refused));
          } catch (ConflictException e) {
            refused.incrementAndGet();
          }
        });
    assertThat(holders).hasSize(1);
    assertThat(refused).hasValue(7 + 3);
    assertThat(office.services.submissions().marks(receipt.submission().id())).hasSize(1);
    assertThat(office.services.reviews().waiting(id)).isZero();
  }

  private void decided(String caseId, String reviewer, AtomicInteger refused) {
    try {
      office.services.reviews().decide(caseId, reviewer, 0.7, "looked at it");
    } catch (ConflictException e) {
      refused.incrementAndGet();
    }
  }

  @Test
  void aClockThatJumpsBackKeepsNoCaseFromOthers() {
    String id = office.screening().id();
    office.services.submissions().submit(id, answer("c", "q1", "1", "? 0.2"), "r");
    String caseId = office.services.reviews().claimNext(id, "eve").orElseThrow().reviewCase().id();
    office.pass(Duration.ofMinutes(-20)); // as much as clocks of two machines may differ by
    assertThat(office.services.reviews().claimNext(id, "bob")).isEmpty();
    assertThatThrownBy(() -> office.services.reviews().claim(caseId, "bob"))
        .isInstanceOf(ConflictException.class);
    office.pass(Duration.ofDays(-30));
    assertThat(office.services.reviews().claimNext(id, "bob")).isPresent();
    office.pass(Duration.ofDays(-30));
    assertThat(office.services.reviews().claim(caseId, "eve").reviewCase().id()).isEqualTo(caseId);
  }

  @Test
  void thePersonsMarkCountsAndTheMachinesGradeStays() {
    String id = office.screening().id();
    Receipt receipt =
        office.services.submissions().submit(id, answer("c", "q1", "1", "? 0.2"), "r");
    ReviewView view = office.services.reviews().claimNext(id, "eve").orElseThrow();
    assertThat(view.grade()).isEqualTo(receipt.grade());
    HumanMark mark =
        office.services.reviews().decide(view.reviewCase().id(), "eve", 0.9, "She knows it");
    assertThat(office.services.reviews().waiting(id)).isZero();
    ScreeningResults.QuestionResult result =
        office.services.results().of(id, "c").questions().get(0);
    assertThat(result.mark().value()).isEqualTo(0.9);
    assertThat(office.services.submissions().grades(receipt.submission().id())).hasSize(1);
    assertThat(office.services.submissions().marks(receipt.submission().id()))
        .containsExactly(mark);
    assertThat(office.services.agreements().of(id).byQuestion().get(0).marks()).isEqualTo(1);
  }

  @Test
  void whoReviewsBlindlyMarksBeforeSeeingTheGrade() {
    String id = office.screening(true).id();
    office.services.submissions().submit(id, answer("c", "q1", "1", "? 0.2"), "r");
    ReviewView hidden = office.services.reviews().claimNext(id, "eve").orElseThrow();
    String caseId = hidden.reviewCase().id();
    assertThat(hidden.grade()).isNull();
    assertThat(hidden.hidden()).isTrue();
    assertThatThrownBy(() -> office.services.reviews().decide(caseId, "eve", 0.5, "x"))
        .isInstanceOf(ConflictException.class);
    assertThat(office.services.reviews().markBlind(caseId, "eve", 0.6).grade()).isNotNull();
    assertThatThrownBy(() -> office.services.reviews().markBlind(caseId, "eve", 0.2))
        .isInstanceOf(ConflictException.class);
    assertThat(office.services.reviews().decide(caseId, "eve", 0.5, "x").blindMark())
        .isEqualTo(0.6);
  }

  @Test
  void anAppealGoesToAnotherPerson() {
    String id = office.screening().id();
    String submission =
        office
            .services
            .submissions()
            .submit(id, answer("c", "q1", "1", "0.2"), "r")
            .submission()
            .id();
    office.services.reviews().override(submission, "eve", 0.4, "too hard");
    office.services.reviews().appeal(submission, "recruiter", "asks again");
    assertThat(office.services.reviews().claimNext(id, "eve")).isEmpty();
    assertThatThrownBy(() -> office.services.reviews().override(submission, "eve", 1, "no"))
        .isInstanceOf(ConflictException.class);
    ReviewView view = office.services.reviews().claimNext(id, "bob").orElseThrow();
    office.services.reviews().decide(view.reviewCase().id(), "bob", 0.7, "agreed");
    assertThat(office.services.results().of(id, "c").questions().get(0).mark().value())
        .isEqualTo(0.7);
  }
}
