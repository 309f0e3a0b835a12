package docimo.api;

import docimo.exchange.JsonFields;
import docimo.grading.Grade;
import docimo.screening.NewAnswer;
import docimo.screening.Page;
import docimo.screening.Receipt;
import docimo.screening.ScreeningOffice;
import docimo.screening.Standing;
import docimo.screening.Submission;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes answers in one by one and shows them. */
final class SubmissionRoutes {

  private static final int PAGE = 100;
  private static final String ALL = "/v1/screenings/{id}/submissions";
  private static final String ONE = "/v1/submissions/{id}";
  private static final List<String> FIELDS =
      List.of("candidate_ref", "label", "question_id", "attempt", "answer");

  private final Supplier<ScreeningOffice> office;
  private final Limits limits;

  SubmissionRoutes(Supplier<ScreeningOffice> office, Limits limits) {
    this.office = office;
    this.limits = limits;
  }

  void register(Routes routes) {
    routes.post(ALL, this::submit);
    routes.get(ALL, this::list);
    routes.get(ONE, this::show);
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
    String actor = Actor.of(ctx);
    JsonFields fields = JsonFields.of(RequestBody.json(ctx, limits.bodyBytes()), "").allow(FIELDS);
    NewAnswer answer =
        new NewAnswer(
            Values.required(fields, "candidate_ref", "send an opaque id of who answered"),
            fields.text("label").orElse(null),
            Values.required(fields, "question_id", "send the id of a question of the screening"),
            fields.text("attempt").orElse(null),
            Values.answer(fields, limits));
    Receipt receipt = office.get().submissions().submit(ctx.pathParam("id"), answer, actor);
    Submission submission = receipt.submission();
    Grade grade = receipt.grade();
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

  private void list(Context ctx) {
    RequestQuery query = RequestQuery.ofList(ctx);
    Page<Standing> page =
        office
            .get()
            .submissions()
            .standings(ctx.pathParam("id"), query.after(0), query.limit(PAGE));
    Reply.json(
        ctx, new Listed(page.items().stream().map(SubmissionView.Line::of).toList(), page.next()));
  }

  private void show(Context ctx) {
    RequestQuery.requireNone(ctx);
    Reply.json(ctx, SubmissionView.of(office.get().submissions().record(ctx.pathParam("id"))));
  }
}
