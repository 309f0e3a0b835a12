package docimo.api;

import docimo.access.Scope;
import docimo.exchange.JsonFields;
import docimo.grading.Grade;
import docimo.screening.NewAnswer;
import docimo.screening.Page;
import docimo.screening.Receipt;
import docimo.screening.ScreeningOffice;
import docimo.screening.Standing;
import docimo.screening.Submission;
import docimo.screening.SubmissionRecord;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes answers in one by one and shows them. */
final class SubmissionRoutes {

  private static final int PAGE = 100;
  private static final String ALL = "/v1/screenings/{id}/submissions";
  private static final String ONE = "/v1/submissions/{id}";
  private static final List<String> FIELDS =
      List.of("candidate_ref", "label", "question_id", "attempt", "answer");

  private static final Need GRADE = Need.of(Scope.GRADE);
  private static final Need REVIEW = Need.of(Scope.REVIEW);

  private final RequestOffice office;
  private final Limits limits;

  SubmissionRoutes(RequestOffice office, Limits limits) {
    this.office = office;
    this.limits = limits;
  }

  void register(Routes routes) {
    routes.post(ALL, GRADE, this::submit);
    routes.get(ALL, REVIEW, this::list);
    routes.get(ONE, REVIEW, this::show);
  }

  /** That an answer was taken in; of the grade only what the reader may see. */
  private record Taken(
      String submissionId,
      String screeningId,
      String questionId,
      String attempt,
      Instant submittedAt,
      boolean repeated,
      @Nullable Object grade) {}

  /** A page of answers. */
  private record Listed(List<SubmissionView.Line> submissions, @Nullable Long next) {}

  private void submit(Context ctx) {
    GradeViews.Reader reader =
        RequestQuery.of(ctx, "view").choice("view", GradeViews.Reader.CANDIDATE);
    if (reader == GradeViews.Reader.RECRUITER && !Requester.of(ctx).mayAnyOf(Scope.REVIEW)) {
      throw Admission.forbidden(REVIEW);
    }
    String actor = Actor.of(ctx);
    JsonFields fields = JsonFields.of(RequestBody.json(ctx, limits.bodyBytes()), "").allow(FIELDS);
    NewAnswer answer =
        new NewAnswer(
            Values.required(fields, "candidate_ref", "send an opaque id of who answered"),
            fields.text("label").orElse(null),
            Values.required(fields, "question_id", "send the id of a question of the screening"),
            fields.text("attempt").orElse(null),
            Values.answer(fields, limits));
    Receipt receipt = office.of(ctx).submissions().submit(ctx.pathParam("id"), answer, actor);
    Submission submission = receipt.submission();
    Grade grade = shown(ctx, receipt);
    Taken taken =
        new Taken(
            submission.id(),
            submission.screeningId(),
            submission.questionId(),
            submission.attempt(),
            submission.submittedAt(),
            receipt.repeated(),
            grade == null ? null : GradeViews.of(grade, reader));
    if (receipt.repeated()) {
      Reply.json(ctx, taken);
    } else {
      Reply.created(ctx, "/v1/submissions/" + submission.id(), taken);
    }
  }

  /** A reviewer who has to mark first gets no grade here either; null when there is none. */
  private @Nullable Grade shown(Context ctx, Receipt receipt) {
    ScreeningOffice services = office.of(ctx);
    boolean hidden =
        Requester.of(ctx).mayAnyOf(Scope.REVIEW)
            && BlindReview.is(ctx, services, receipt.submission().screeningId())
            && services.submissions().record(receipt.submission().id()).mark().needsReview();
    return hidden ? null : receipt.grade();
  }

  private void list(Context ctx) {
    RequestQuery query = RequestQuery.ofList(ctx);
    String id = ctx.pathParam("id");
    Page<Standing> page =
        office.of(ctx).submissions().standings(id, query.after(0), query.limit(PAGE));
    boolean blind = BlindReview.is(ctx, office.of(ctx), id);
    Reply.json(
        ctx,
        new Listed(
            page.items().stream().map(one -> SubmissionView.Line.of(one, blind)).toList(),
            page.next()));
  }

  private void show(Context ctx) {
    RequestQuery.requireNone(ctx);
    SubmissionRecord kept = office.of(ctx).submissions().record(ctx.pathParam("id"));
    boolean blind = BlindReview.is(ctx, office.of(ctx), kept.submission().screeningId());
    Reply.json(ctx, SubmissionView.of(kept, blind));
  }
}
