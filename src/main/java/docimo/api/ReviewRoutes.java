package docimo.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import docimo.access.Scope;
import docimo.exchange.Json;
import docimo.exchange.JsonFields;
import docimo.grading.Grade;
import docimo.screening.HumanMark;
import docimo.screening.Page;
import docimo.screening.QuestionRevision;
import docimo.screening.ReviewCase;
import docimo.screening.ReviewView;
import docimo.screening.Reviews;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The queue of what needs a person, and the marks that people give. */
final class ReviewRoutes {

  private static final int PAGE = 100;
  private static final String QUEUE = "/v1/screenings/{id}/reviews";
  private static final String CASE = "/v1/reviews/{case}";
  private static final String SUBMISSION = "/v1/submissions/{id}";
  private static final List<String> NONE = List.of();
  private static final List<String> MARK_FIELDS = List.of("mark");
  private static final List<String> DECISION_FIELDS = List.of("mark", "reason");
  private static final List<String> APPEAL_FIELDS = List.of("reason");
  private static final List<String> VERSION_FIELDS = List.of("version");

  private static final Need NEED = Need.of(Scope.REVIEW);

  private final RequestOffice office;
  private final int maxBodyBytes;

  ReviewRoutes(RequestOffice office, int maxBodyBytes) {
    this.office = office;
    this.maxBodyBytes = maxBodyBytes;
  }

  void register(Routes routes) {
    routes.get(QUEUE, NEED, this::queue);
    routes.post(QUEUE + "/claim", NEED, this::claimNext);
    routes.get(CASE, NEED, this::look);
    routes.post(CASE + "/claim", NEED, this::claim);
    routes.post(CASE + "/release", NEED, this::release);
    routes.post(CASE + "/blind-mark", NEED, this::markBlind);
    routes.post(CASE + "/decision", NEED, this::decide);
    routes.post(SUBMISSION + "/override", NEED, this::override);
    routes.post(SUBMISSION + "/appeal", NEED, this::appeal);
    routes.post("/v1/marks/{id}/marked-answer", NEED, this::keep);
  }

  /** A page of the queue. */
  private record Queue(int waiting, List<ReviewCase> reviews, @Nullable Long next) {}

  /** What a reviewer sees. Nothing says whose answer it is. */
  private record Seen(
      @com.fasterxml.jackson.annotation.JsonProperty("case") ReviewCase reviewCase,
      Asked question,
      String answer,
      @Nullable ObjectNode grade,
      boolean hidden,
      List<HumanMark> marks) {

    static Seen of(ReviewView view) {
      Grade grade = view.grade();
      ObjectNode shown = null;
      if (grade != null) {
        shown = Json.tree(grade);
        shown.remove("candidate_ref");
      }
      return new Seen(
          view.reviewCase(),
          new Asked(
              view.question().id(),
              view.question().revision(),
              view.question().prompt(),
              view.question().references()),
          view.answer(),
          shown,
          view.hidden(),
          view.marks());
    }
  }

  /** What was asked, with what a good answer says. */
  private record Asked(String id, String revision, String prompt, List<String> references) {}

  private Reviews reviews(Context ctx) {
    return office.of(ctx).reviews();
  }

  private void queue(Context ctx) {
    RequestQuery query = RequestQuery.ofList(ctx);
    String id = ctx.pathParam("id");
    Page<ReviewCase> page = reviews(ctx).queue(id, query.skip(), query.limit(PAGE));
    Reply.json(ctx, new Queue(reviews(ctx).waiting(id), page.items(), page.next()));
  }

  /** 204 when nothing waits that this reviewer may take. */
  private void claimNext(Context ctx) {
    String actor = actorWithoutBody(ctx);
    reviews(ctx)
        .claimNext(ctx.pathParam("id"), actor)
        .ifPresentOrElse(
            view -> Reply.json(ctx, Seen.of(view)), () -> ctx.status(HttpStatus.NO_CONTENT));
  }

  private void look(Context ctx) {
    RequestQuery.requireNone(ctx);
    Reply.json(ctx, Seen.of(reviews(ctx).look(ctx.pathParam("case"), Actor.of(ctx))));
  }

  private void claim(Context ctx) {
    String actor = actorWithoutBody(ctx);
    Reply.json(ctx, Seen.of(reviews(ctx).claim(ctx.pathParam("case"), actor)));
  }

  private void release(Context ctx) {
    String actor = actorWithoutBody(ctx);
    reviews(ctx).release(ctx.pathParam("case"), actor);
    ctx.status(HttpStatus.NO_CONTENT);
  }

  private void markBlind(Context ctx) {
    String actor = actor(ctx);
    JsonFields fields = fields(ctx, MARK_FIELDS);
    Reply.json(ctx, Seen.of(reviews(ctx).markBlind(ctx.pathParam("case"), actor, mark(fields))));
  }

  private void decide(Context ctx) {
    String actor = actor(ctx);
    JsonFields fields = fields(ctx, DECISION_FIELDS);
    Reply.json(
        ctx, reviews(ctx).decide(ctx.pathParam("case"), actor, mark(fields), reason(fields)));
  }

  private void override(Context ctx) {
    String actor = actor(ctx);
    JsonFields fields = fields(ctx, DECISION_FIELDS);
    ctx.status(HttpStatus.CREATED);
    Reply.json(
        ctx, reviews(ctx).override(ctx.pathParam("id"), actor, mark(fields), reason(fields)));
  }

  private void appeal(Context ctx) {
    String actor = actor(ctx);
    JsonFields fields = fields(ctx, APPEAL_FIELDS);
    ReviewCase opened = reviews(ctx).appeal(ctx.pathParam("id"), actor, reason(fields));
    Reply.created(ctx, "/v1/reviews/" + opened.id(), opened);
  }

  /** Keeps a reviewed answer as a marked answer of its question, as a new revision. */
  private void keep(Context ctx) {
    String actor = actor(ctx);
    long version = Expected.version(ctx, fields(ctx, VERSION_FIELDS));
    QuestionRevision kept =
        office
            .of(ctx)
            .markedAnswers()
            .keep(ctx.pathParam("id"), (int) Math.min(version, Integer.MAX_VALUE), actor);
    Reply.version(ctx, kept.number());
    Reply.json(ctx, RevisionView.of(kept));
  }

  private static String actor(Context ctx) {
    RequestQuery.requireNone(ctx);
    return Actor.of(ctx);
  }

  private String actorWithoutBody(Context ctx) {
    String actor = actor(ctx);
    JsonFields.of(RequestBody.optionalJson(ctx, maxBodyBytes), "").allow(NONE);
    return actor;
  }

  private JsonFields fields(Context ctx, List<String> names) {
    return JsonFields.of(RequestBody.json(ctx, maxBodyBytes), "").allow(names);
  }

  private static double mark(JsonFields fields) {
    return Values.number(fields, "mark", "send the mark, a number from 0 to 1");
  }

  private static String reason(JsonFields fields) {
    return Values.required(fields, "reason", "say why in a sentence; the candidate may ask");
  }
}
