package docimo.api;

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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Long work: uploads and regrades, and how far they are. */
final class JobRoutes {

  private static final int PAGE = 100;
  private static final int PREVIEW_PAGE = 50;
  private static final String ONE = "/v1/jobs/{id}";
  private static final String SCREENING = "/v1/screenings/{id}";
  private static final List<String> REGRADE_FIELDS = List.of("apply");

  private final Supplier<ScreeningOffice> office;
  private final int maxBodyBytes;

  JobRoutes(Supplier<ScreeningOffice> office, int maxBodyBytes) {
    this.office = office;
    this.maxBodyBytes = maxBodyBytes;
  }

  void register(Routes routes) {
    routes.post(SCREENING + "/uploads", this::upload);
    routes.post(SCREENING + "/regrade", this::regrade);
    routes.get(SCREENING + "/jobs", this::list);
    routes.get(ONE, this::show);
    routes.get(ONE + "/problems", this::problems);
    routes.post(ONE + "/cancel", this::cancel);
    routes.post(ONE + "/resume", this::resume);
  }

  /** Jobs of a screening, the newest first. */
  private record Listed(List<Job> jobs) {}

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

  private Jobs jobs() {
    return office.get().jobs();
  }

  /** Takes the rows in while they come; what is kept of a broken upload can be gone on with. */
  private void upload(Context ctx) {
    Optional<String> broken = RequestQuery.of(ctx, "job").text("job");
    String actor = Actor.of(ctx);
    String fileName = UploadType.fileName(ctx);
    String screeningId = ctx.pathParam("id");
    Job job =
        broken.isPresent()
            ? unfinished(broken.get(), screeningId)
            : jobs().receive(screeningId, actor);
    ctx.header("Location", location(job));
    try (UploadRows body =
        UploadRows.open(
            fileName,
            new PacedInput(ctx.req().getInputStream(), ctx.appData(RequestBody.TIMEOUTS)))) {
      receive(job, body);
    } catch (IOException | UncheckedIOException e) {
      throw incomplete(job);
    }
    Reply.accepted(ctx, location(job), jobs().begin(job.id()));
  }

  private void receive(Job job, UploadRows body) throws IOException {
    if (body.skip(job.total()) < job.total()) {
      throw new RequestException(
          Problem.of(
              409,
              "upload-shorter",
              "The upload has fewer rows",
              "Job " + job.id() + " has more rows than this file; send the whole file again"));
    }
    for (List<UploadRow> rows = body.next(); !rows.isEmpty(); rows = body.next()) {
      jobs().add(job.id(), rows);
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

  private Job unfinished(String jobId, String screeningId) {
    Job job = jobs().get(jobId);
    if (job.kind() != Job.Kind.UPLOAD || !job.screeningId().equals(screeningId)) {
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
      Job job = jobs().regrade(id, Actor.of(ctx));
      Reply.accepted(ctx, location(job), job);
      return;
    }
    Page<GradeChange> page =
        office.get().regrades().preview(id, query.after(0), query.limit(PREVIEW_PAGE));
    Reply.json(
        ctx, new Preview(false, page.items().stream().map(Change::of).toList(), page.next()));
  }

  private void list(Context ctx) {
    int limit = RequestQuery.of(ctx, "limit").limit(PAGE);
    String id = office.get().screenings().get(ctx.pathParam("id")).id();
    Reply.json(ctx, new Listed(jobs().of(id, limit)));
  }

  private void show(Context ctx) {
    RequestQuery.requireNone(ctx);
    Reply.json(ctx, jobs().get(ctx.pathParam("id")));
  }

  private void problems(Context ctx) {
    RequestQuery query = RequestQuery.ofList(ctx);
    int limit = query.limit(PAGE);
    List<RowProblem> problems = jobs().problems(ctx.pathParam("id"), query.after(-1), limit);
    Long next = problems.size() < limit ? null : problems.get(limit - 1).number();
    Reply.json(ctx, new Problems(problems, next));
  }

  private void cancel(Context ctx) {
    String actor = actorWithoutBody(ctx);
    Reply.json(ctx, jobs().cancel(ctx.pathParam("id"), actor));
  }

  private void resume(Context ctx) {
    String actor = actorWithoutBody(ctx);
    Job job = jobs().resume(ctx.pathParam("id"), actor);
    Reply.accepted(ctx, location(job), job);
  }

  private String actorWithoutBody(Context ctx) {
    RequestQuery.requireNone(ctx);
    String actor = Actor.of(ctx);
    JsonFields.of(RequestBody.optionalJson(ctx, maxBodyBytes), "").allow(List.of());
    return actor;
  }

  private static String location(Job job) {
    return "/v1/jobs/" + job.id();
  }
}
