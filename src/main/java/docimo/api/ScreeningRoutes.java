package docimo.api;

import docimo.access.Scope;
import docimo.exchange.InvalidFieldException;
import docimo.exchange.JsonFields;
import docimo.question.QuestionBank;
import docimo.screening.NotFoundException;
import docimo.screening.Page;
import docimo.screening.Screening;
import docimo.screening.ScreeningPlan;
import docimo.screening.ScreeningState;
import docimo.screening.WeightedQuestion;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens, shows, changes and ends screenings. */
final class ScreeningRoutes {

  private static final int PAGE = 100;
  private static final String ONE = "/v1/screenings/{id}";
  private static final List<String> STATE_FIELDS = List.of("state", "version");

  private static final Need ADMIN = Need.of(Scope.ADMIN);
  private static final Need REVIEW = Need.of(Scope.REVIEW);

  private final RequestOffice office;
  private final Function<Context, QuestionBank> bank;
  private final int maxBodyBytes;

  /**
   * @param bank gives the bank of a request, with questions that a plan may name and the store may
   *     not have yet
   */
  ScreeningRoutes(RequestOffice office, Function<Context, QuestionBank> bank, int maxBodyBytes) {
    this.office = office;
    this.bank = bank;
    this.maxBodyBytes = maxBodyBytes;
  }

  void register(Routes routes) {
    routes.post("/v1/screenings", ADMIN, this::create);
    routes.get("/v1/screenings", REVIEW, this::list);
    routes.get(ONE, REVIEW, this::show);
    routes.put(ONE, ADMIN, this::change);
    routes.post(ONE + "/state", ADMIN, this::move);
  }

  /** A page of screenings. */
  private record Listed(List<ScreeningView> screenings, @Nullable Long next) {}

  private void create(Context ctx) {
    RequestQuery.requireNone(ctx);
    String actor = Actor.of(ctx);
    JsonFields fields =
        JsonFields.of(RequestBody.json(ctx, maxBodyBytes), "").allow(PlanRequest.FIELDS);
    ScreeningPlan plan = PlanRequest.read(fields);
    Screening created =
        asked(ctx, plan, actor, () -> office.of(ctx).screenings().create(plan, actor));
    Reply.version(ctx, created.version());
    Reply.created(ctx, "/v1/screenings/" + created.id(), ScreeningView.of(created));
  }

  private void list(Context ctx) {
    RequestQuery query = RequestQuery.ofList(ctx);
    Page<Screening> page = office.of(ctx).screenings().list(query.after(0), query.limit(PAGE));
    Reply.json(ctx, new Listed(page.items().stream().map(ScreeningView::of).toList(), page.next()));
  }

  private void show(Context ctx) {
    RequestQuery.requireNone(ctx);
    send(ctx, office.of(ctx).screenings().get(ctx.pathParam("id")));
  }

  private void change(Context ctx) {
    RequestQuery.requireNone(ctx);
    String actor = Actor.of(ctx);
    JsonFields fields =
        JsonFields.of(RequestBody.json(ctx, maxBodyBytes), "")
            .allow(Stream.concat(PlanRequest.FIELDS.stream(), Stream.of("version")).toList());
    ScreeningPlan plan = PlanRequest.read(fields);
    long version = Expected.version(ctx, fields);
    String id = ctx.pathParam("id");
    send(
        ctx,
        asked(
            ctx, plan, actor, () -> office.of(ctx).screenings().change(id, version, plan, actor)));
  }

  private void move(Context ctx) {
    RequestQuery.requireNone(ctx);
    String actor = Actor.of(ctx);
    JsonFields fields = JsonFields.of(RequestBody.json(ctx, maxBodyBytes), "").allow(STATE_FIELDS);
    if (!fields.has("state")) {
      throw new InvalidFieldException("/state", "is missing; send open, closed or archived");
    }
    ScreeningState state = fields.choice("state", ScreeningState.OPEN);
    long version = Expected.version(ctx, fields);
    send(ctx, office.of(ctx).screenings().move(ctx.pathParam("id"), version, state, actor));
  }

  private static void send(Context ctx, Screening screening) {
    Reply.version(ctx, screening.version());
    Reply.json(ctx, ScreeningView.of(screening));
  }

  /** Takes questions of the bank into the store; points to one that is in neither. */
  private Screening asked(
      Context ctx, ScreeningPlan plan, String actor, Supplier<Screening> change) {
    List<String> ids = plan.questions().stream().map(WeightedQuestion::questionId).toList();
    office.of(ctx).questions().addMissing(ids, bank.apply(ctx), actor);
    try {
      return change.get();
    } catch (NotFoundException e) {
      int index = e.kind().equals("question") ? ids.indexOf(e.id()) : -1;
      if (index < 0) {
        throw e;
      }
      throw new InvalidFieldException(
          String.format(Locale.ROOT, "/questions/%d/question_id", index),
          "names no question that is served; POST it to /v1/questions first");
    }
  }
}
