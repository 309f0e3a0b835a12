package docimo.api;

import docimo.access.Scope;
import docimo.exchange.JsonFields;
import docimo.exchange.UploadRows;
import docimo.grading.Grade;
import docimo.screening.GradeChange;
import docimo.screening.Job;
import docimo.screening.Jobs;
import docimo.screening.NotFoundException;
import docimo.screening.Page;
import docimo.screening.RowProblem;
import docimo.screening.ScreeningOffice;
import docimo.screening.Staleness;
import docimo.screening.UploadRow;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Long work: uploads and regrades, and how far they are. */
final class JobRoutes {

  private static final int PAGE = 100;
  private static final int PREVIEW_PAGE = 50;
  private static final String ONE = "/v1/jobs/{id}";
  private static final String SCREENING = "/v1/screenings/{id}";
  private static final List<String> REGRADE_FIELDS = List.of("apply");

  private static final Need NEED = Need.of(Scope.REVIEW);

  /** Whoever may have answers marked may see jobs of grades. */
  private static final Need EITHER = Need.of(Scope.GRADE, Scope.REVIEW);

  private final RequestOffice office;
  private final Idempotency idempotency;
  private final JobEvents events;
  private final int maxBodyBytes;

  JobRoutes(RequestOffice office, Idempotency idempotency, JobEvents events, int maxBodyBytes) {
    this.office = office;
    this.idempotency = idempotency;
    this.events = events;
    this.maxBodyBytes = maxBodyBytes;
  }

  void register(Routes routes) {
    routes.postStreamed(SCREENING + "/uploads", NEED, this::upload);
    routes.post(SCREENING + "/regrade", NEED, this::regrade);
    routes.get(SCREENING + "/jobs", NEED, this::list);
    routes.get(ONE, EITHER, this::show);
    routes.get(ONE + "/problems", NEED, this::problems);
    routes.get(ONE + "/events", EITHER, this::listen);
    routes.post(ONE + "/cancel", EITHER, this::cancel);
    routes.post(ONE + "/resume", EITHER, this::resume);
  }

  /** Jobs of a screening, the newest first. */
  private record Listed(List<JobView> jobs) {}

  /** A page of rows that were not taken; their numbers count from 0. */
  private record Problems(List<RowProblem> problems, @Nullable Long next) {}

  /** A page of what would change. */
  private record Preview(boolean applied, List<Change> changes, @Nullable Long next) {}

  /** What marking an answer again would change. */
  private record Change(
      String submissionId,
      String questionId,
      List<Staleness> stale,
      @Nullable String oldGradeId,
      Grade.@Nullable Status oldStatus,
      @Nullable Double oldScore,
      Grade.@Nullable Status newStatus,
      @Nullable Double newScore,
      @Nullable Double humanMark,
      boolean changesWhatCounts) {

    static Change of(GradeChange change) {
      return new Change(
          change.submissionId(),
          change.questionId(),
          SubmissionView.sorted(change.stale()),
          change.oldGradeId(),
          change.oldStatus(),
          change.oldScore(),
          change.newStatus(),
          change.newScore(),
          change.humanMark(),
          change.changesWhatCounts());
    }
  }

  private Jobs jobs(Context ctx) {
    return office.of(ctx).jobs();
  }

  /** Takes the rows in while they come; what is kept of a broken upload can be gone on with. */
  private void upload(Context ctx) {
    Optional<String> broken = RequestQuery.of(ctx, "job").text("job");
    String actor = Actor.of(ctx);
    String fileName = UploadType.fileName(ctx);
    String screeningId = ctx.pathParam("id");
    Job job =
        broken.isPresent()
            ? unfinished(ctx, broken.get(), screeningId)
            : jobs(ctx).receive(screeningId, actor);
    ctx.header("Location", location(job));
    try (UploadRows body =
        UploadRows.open(
            fileName, new PacedInput(RequestBody.stream(ctx), ctx.appData(RequestBody.TIMEOUTS)))) {
      receive(ctx, job, body);
    } catch (IOException | UncheckedIOException e) {
      throw incomplete(job);
    }
    accepted(ctx, idempotency.act(ctx, location(job), () -> jobs(ctx).begin(job.id())));
  }

  private void receive(Context ctx, Job job, UploadRows body) throws IOException {
    if (body.skip(job.total()) < job.total()) {
      throw new RequestException(
          Problem.of(
              409,
              "upload-shorter",
              "The upload has fewer rows",
              "Job " + job.id() + " has more rows than this file; send the whole file again"));
    }
    for (List<UploadRow> rows = body.next(); !rows.isEmpty(); rows = body.next()) {
      jobs(ctx).add(job.id(), rows);
    }
  }

  private static RequestException incomplete(Job job) {
    return new RequestException(
        Problem.of(
            400,
            "incomplete-body",
            "The upload is incomplete",
            "The body ended before all of it had come; what came is kept by job "
                + job.id()
                + ": send the whole file again with ?job="
                + job.id()
                + " to go on"));
  }

  private Job unfinished(Context ctx, String jobId, String screeningId) {
    Job job = jobs(ctx).get(jobId);
    if (job.kind() != Job.Kind.UPLOAD || !screeningId.equals(job.screeningId())) {
      throw new NotFoundException("job", jobId);
    }
    return job;
  }

  /** Shows what would change, or begins to change it. */
  private void regrade(Context ctx) {
    RequestQuery query = RequestQuery.ofList(ctx);
    JsonFields fields =
        JsonFields.of(RequestBody.optionalJson(ctx, maxBodyBytes), "").allow(REGRADE_FIELDS);
    String id = ctx.pathParam("id");
    if (Values.flag(fields, "apply", false)) {
      RequestQuery.requireNone(ctx);
      Job job = jobs(ctx).regrade(id, Actor.of(ctx));
      accepted(ctx, job);
      return;
    }
    BlindReview.requireNoneOpen(ctx, office.of(ctx), id);
    Page<GradeChange> page =
        office.of(ctx).regrades().preview(id, query.after(0), query.limit(PREVIEW_PAGE));
    Reply.json(
        ctx, new Preview(false, page.items().stream().map(Change::of).toList(), page.next()));
  }

  private void list(Context ctx) {
    int limit = RequestQuery.of(ctx, "limit").limit(PAGE);
    String id = office.of(ctx).screenings().get(ctx.pathParam("id")).id();
    Reply.json(
        ctx, new Listed(jobs(ctx).of(id, limit).stream().map(job -> view(ctx, job)).toList()));
  }

  private void show(Context ctx) {
    RequestQuery.requireNone(ctx);
    Reply.json(ctx, view(ctx, allowed(ctx)));
  }

  private void problems(Context ctx) {
    RequestQuery query = RequestQuery.ofList(ctx);
    int limit = query.limit(PAGE);
    List<RowProblem> problems = jobs(ctx).problems(ctx.pathParam("id"), query.after(-1), limit);
    Long next = problems.size() < limit ? null : problems.get(limit - 1).number();
    Reply.json(ctx, new Problems(problems, next));
  }

  private void cancel(Context ctx) {
    String actor = actorWithoutBody(ctx);
    Reply.json(ctx, view(ctx, jobs(ctx).cancel(allowed(ctx).id(), actor)));
  }

  private void resume(Context ctx) {
    String actor = actorWithoutBody(ctx);
    accepted(ctx, jobs(ctx).resume(allowed(ctx).id(), actor));
  }

  /** The job, when whoever asks may see it: those of a screening are for reviewers only. */
  private Job allowed(Context ctx) {
    Job job = jobs(ctx).get(ctx.pathParam("id"));
    if (job.kind() != Job.Kind.GRADES && !Requester.of(ctx).mayAnyOf(Scope.REVIEW)) {
      throw Admission.forbidden(NEED);
    }
    return job;
  }

  private void accepted(Context ctx, Job job) {
    Reply.accepted(ctx, location(job), view(ctx, job));
  }

  private JobView view(Context ctx, Job job) {
    return JobView.of(job, office.of(ctx));
  }

  /** Who has seen the end is told to ask no more. */
  private void listen(Context ctx) {
    RequestQuery.requireNone(ctx);
    Job job = allowed(ctx);
    ScreeningOffice services = office.of(ctx);
    String header = ctx.header("Last-Event-ID");
    String seen = header == null ? "" : header.strip();
    JobEvents.Event now = JobEvents.event(job, services);
    if (now.last() && now.id().equals(seen)) {
      ctx.status(HttpStatus.NO_CONTENT);
    } else if (ctx.method().equals(HandlerType.HEAD)) {
      ctx.contentType("text/event-stream");
    } else {
      events.listen(ctx, services, job, seen);
    }
  }

  private String actorWithoutBody(Context ctx) {
    RequestQuery.requireNone(ctx);
    String actor = Actor.of(ctx);
    JsonFields.of(RequestBody.optionalJson(ctx, maxBodyBytes), "").allow(List.of());
    return actor;
  }

  private static String location(Job job) {
    return JobView.location(job);
  }
}
