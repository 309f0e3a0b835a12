package docimo.store;

import static docimo.store.Office.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import docimo.screening.ConflictException;
import docimo.screening.HumanMark;
import docimo.screening.Job;
import docimo.screening.NotFoundException;
import docimo.screening.QuestionRevision;
import docimo.screening.Receipt;
import docimo.screening.Replay;
import docimo.screening.ReviewView;
import docimo.screening.Screening;
import docimo.screening.ScreeningPlan;
import docimo.screening.ScreeningResults;
import docimo.screening.ScreeningState;
import docimo.screening.Staleness;
import docimo.screening.UploadRow;
import docimo.screening.VersionConflictException;
import docimo.screening.WeightedQuestion;
import docimo.screening.WeightedScore;
import docimo.screening.audit.AuditDraft;
import docimo.screening.audit.AuditKind;
import docimo.screening.audit.ChainHead;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds on every database. */
abstract class StoreContract {

  private Database database;
  private Office office;

  /** The address of an empty database. */
  abstract DatabaseUrl newDatabase();

  @BeforeEach
  void open() {
    database = Database.open(newDatabase(), Office.QUESTIONS);
    office = new Office(database.store());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void sql(String statement) {
    Jdbi.create(database.connections()).useHandle(handle -> handle.execute(statement));
  }

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

  private QuestionRevision revise(String id) {
    docimo.question.Question old = Office.question(id);
    return office
        .services
        .questions()
        .save(
            new docimo.question.Question(
                id, "Another prompt", old.references(), old.keyPoints(), old.rule(), null),
            1,
            "author");
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
    assertThat(office.services.agreements().of(id).byQuestion().get(0).answers()).isEqualTo(1);
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

  @Test
  void staleGradesShowAndNewOnesStandBesideThem() {
    String id = office.screening().id();
    Receipt receipt = office.services.submissions().submit(id, answer("c", "q1", "1", "0.2"), "r");
    revise("q1");
    office.scoreBy("scorer-2");
    assertThat(office.services.results().of(id, "c").questions().get(0).stale())
        .containsExactlyInAnyOrder(Staleness.QUESTION, Staleness.SCORER);
    assertThat(office.services.regrades().preview(id, 0, 10).items()).hasSize(1);
    assertThat(office.services.submissions().grades(receipt.submission().id())).hasSize(1);
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
  void anUploadIsMarkedOnceByTwoProcessesAndARegradeToo() {
    DatabaseJobQueue.Pace pace =
        new DatabaseJobQueue.Pace(2, Duration.ofMillis(100), Duration.ofSeconds(1));
    try (DatabaseJobQueue queue = new DatabaseJobQueue(database, pace, Clock.systemUTC());
        DatabaseJobQueue other = new DatabaseJobQueue(database, pace, Clock.systemUTC())) {
      Office here = new Office(database.store(), queue);
      Office there = new Office(database.store(), other);
      here.services.jobs().start();
      there.services.jobs().start();
      String id = here.screening().id();
      Job upload = here.services.jobs().receive(id, "r");
      List<UploadRow> rows = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        rows.add(new UploadRow(i, answer("c" + i, i == 7 ? "q9" : "q1", "1", "0.5"), null));
      }
      here.services.jobs().add(upload.id(), rows);
      here.services.jobs().begin(upload.id());
      awaitDone(here, upload.id());
      Job done = here.services.jobs().get(upload.id());
      assertThat(done.done()).isEqualTo(500);
      assertThat(done.failed()).isEqualTo(1);
      assertThat(here.services.jobs().problems(upload.id(), -1, 10))
          .extracting(problem -> problem.code())
          .containsExactly("question_not_asked");
      assertThat(here.services.submissions().standings(id, 0, 1000).items()).hasSize(499);
      here.scoreBy("scorer-2");
      there.scoreBy("scorer-2");
      awaitDone(here, here.services.jobs().regrade(id, "r").id());
      assertThat(here.services.regrades().preview(id, 0, 1000).items()).isEmpty();
      assertThat(here.services.audit().verify().problems()).isEmpty();
      assertThat(database.store().read(tx -> tx.grades().count()).longValue()).isEqualTo(998);
    }
  }

  private static void awaitDone(Office office, String job) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> office.services.jobs().get(job).state() == Job.State.DONE);
  }

  @Test
  void aCancelledJobGoesOnWhenResumed() {
    String id = office.screening().id();
    Job upload = office.services.jobs().receive(id, "r");
    office
        .services
        .jobs()
        .add(upload.id(), List.of(new UploadRow(0, answer("c", "q1", "1", "0.5"), null)));
    office.services.jobs().begin(upload.id());
    assertThat(office.services.jobs().cancel(upload.id(), "r").state())
        .isEqualTo(Job.State.CANCELLED);
    assertThat(office.services.jobs().resume(upload.id(), "r").state())
        .isEqualTo(Job.State.RUNNING);
  }

  private static String gradeId(Receipt receipt) {
    return receipt.recorded() == null ? "" : receipt.recorded().id();
  }

  private interface Step {
    void run(int number) throws Exception;
  }

  private static void inParallel(int threads, Step step) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Boolean>> calls = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        calls.add(
            () -> {
              step.run(number);
              return true;
            });
      }
      for (Future<Boolean> future : pool.invokeAll(calls)) {
        assertThat(future.get()).isTrue();
      }
    } finally {
      pool.shutdown();
    }
  }
}
