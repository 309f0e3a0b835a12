package docimo.api;

import docimo.access.Scope;
import docimo.evaluation.attack.AttackOutcome;
import docimo.evaluation.attack.AttackPlan;
import docimo.evaluation.attack.AttackRun;
import docimo.grading.Grade;
import docimo.grading.Grader;
import docimo.grading.GradingObserver;
import docimo.grading.InferenceGate;
import docimo.grading.KeyPoints;
import docimo.question.Question;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Marks answers, shows the questions that are served, and tries attacks on them. */
final class GradeRoutes {

  private final Function<Context, Desk> desks;
  private final InferenceGate gate;
  private final ServiceOptions options;

  GradeRoutes(Function<Context, Desk> desks, InferenceGate gate, ServiceOptions options) {
    this.desks = desks;
    this.gate = gate;
    this.options = options;
  }

  void register(Routes routes) {
    routes.post("/v1/grades", Need.of(Scope.GRADE), this::grade);
    routes.get(
        "/v1/questions",
        Need.of(Scope.GRADE, Scope.QUESTIONS_WRITE, Scope.REVIEW),
        this::questions);
    routes.get("/v1/questions/{id}", Need.of(Scope.QUESTIONS_WRITE, Scope.REVIEW), this::question);
    routes.post("/v1/questions/{id}/attacks", Need.of(Scope.QUESTIONS_WRITE), this::attack);
  }

  private void grade(Context ctx) {
    GradeRequest request =
        GradeRequest.read(
            RequestBody.json(ctx, options.limits().bodyBytes()),
            desks.apply(ctx).bank(),
            options.limits());
    Supplier<Grader> grader = desks.apply(ctx).grader();
    Grade grade =
        gate.request(
            ClientPresence.goneOf(ctx),
            () -> grader.get().grade(request.question(), request.answer()));
    Reply.json(ctx, grade);
  }

  private void questions(Context ctx) {
    RequestQuery.requireNone(ctx);
    Reply.json(
        ctx,
        Map.of(
            "questions",
            desks.apply(ctx).bank().all().stream().map(QuestionView.Summary::of).toList()));
  }

  private void question(Context ctx) {
    RequestQuery.requireNone(ctx);
    Question question = desks.apply(ctx).bank().get(ctx.pathParam("id"));
    Supplier<Grader> grader = desks.apply(ctx).grader();
    KeyPoints points =
        gate.request(ClientPresence.goneOf(ctx), () -> grader.get().keyPoints(question));
    Reply.json(ctx, QuestionView.of(question, points));
  }

  private void attack(Context ctx) {
    RequestQuery.requireNone(ctx);
    Question question = desks.apply(ctx).bank().get(ctx.pathParam("id"));
    AttackPlan plan =
        AttackRequest.read(RequestBody.optionalJson(ctx, options.limits().bodyBytes()));
    Reply.json(ctx, AttackView.of(question, plan, attack(ctx, question, plan)));
  }

  /** Begins as a request, and goes on as a job: a mark at a time, behind those who wait. */
  private List<AttackOutcome> attack(Context ctx, Question question, AttackPlan plan) {
    long begin = System.nanoTime();
    Duration allowed = options.timeouts().attack();
    Grader ready = gate.request(ClientPresence.goneOf(ctx), desks.apply(ctx).grader());
    return new AttackRun(
            ready.seenBy(GradingObserver.NONE),
            desks.apply(ctx).bank().all(),
            trial -> {
              if (System.nanoTime() - begin > allowed.toNanos()) {
                throw new RequestException(LimitProblems.attack(allowed));
              }
              return gate.job(trial);
            })
        .attack(question, plan);
  }
}
