package docimo.api;

import docimo.access.Scope;
import docimo.exchange.AgreementJson;
import docimo.screening.FrozenPercentiles;
import docimo.screening.ScreeningResults;
import docimo.screening.ScreeningResults.CandidateResult;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where candidates stand, and how far machine and reviewers agree. Nobody is rejected here. */
final class ResultRoutes {

  private static final int PAGE = 100;
  private static final String SCREENING = "/v1/screenings/{id}";

  private static final Need NEED = Need.of(Scope.REVIEW);

  private final RequestOffice office;

  ResultRoutes(RequestOffice office) {
    this.office = office;
  }

  void register(Routes routes) {
    routes.get(SCREENING + "/results", NEED, this::results);
    routes.get(SCREENING + "/results/<ref>", NEED, this::result);
    routes.get(SCREENING + "/progress", NEED, this::progress);
    routes.post(SCREENING + "/percentiles", NEED, this::freeze);
    routes.get(SCREENING + "/agreement", NEED, this::agreement);
  }

  /** A page of candidates in their order. */
  private record Listed(
      String screeningId,
      @Nullable Instant frozenAt,
      int total,
      List<CandidateView> candidates,
      @Nullable Long next) {}

  /** That percentiles were frozen. */
  private record Frozen(String id, String screeningId, Instant at, int candidates) {}

  private void results(Context ctx) {
    RequestQuery query = RequestQuery.ofList(ctx);
    int from = query.skip();
    int limit = query.limit(PAGE);
    BlindReview.requireNoneOpen(ctx, office.of(ctx), ctx.pathParam("id"));
    ScreeningResults results = office.of(ctx).results().of(ctx.pathParam("id"));
    List<CandidateResult> all = results.candidates();
    int begin = Math.min(from, all.size());
    int end = Math.min(begin + limit, all.size());
    Reply.json(
        ctx,
        new Listed(
            results.screening().id(),
            results.frozenAt(),
            all.size(),
            all.subList(begin, end).stream().map(CandidateView::of).toList(),
            end < all.size() ? (Long) (long) end : null));
  }

  private void result(Context ctx) {
    RequestQuery.requireNone(ctx);
    BlindReview.requireNoneOpen(ctx, office.of(ctx), ctx.pathParam("id"));
    Reply.json(
        ctx,
        CandidateView.of(office.of(ctx).results().of(ctx.pathParam("id"), ctx.pathParam("ref"))));
  }

  /** References may hold slashes: the candidate is a parameter. */
  private void progress(Context ctx) {
    String ref =
        RequestQuery.of(ctx, "candidate_ref")
            .text("candidate_ref")
            .orElseThrow(
                () ->
                    RequestQuery.invalid(
                        "candidate_ref", "is missing; send the candidate's reference"));
    BlindReview.requireNoneOpen(ctx, office.of(ctx), ctx.pathParam("id"));
    Reply.json(ctx, office.of(ctx).results().progress(ctx.pathParam("id"), ref));
  }

  private void freeze(Context ctx) {
    RequestQuery.requireNone(ctx);
    String actor = Actor.of(ctx);
    FrozenPercentiles frozen = office.of(ctx).results().freeze(ctx.pathParam("id"), actor);
    Reply.created(
        ctx,
        "/v1/screenings/" + frozen.screeningId() + "/results",
        new Frozen(frozen.id(), frozen.screeningId(), frozen.at(), frozen.byCandidate().size()));
  }

  private void agreement(Context ctx) {
    RequestQuery.requireNone(ctx);
    BlindReview.requireNoneOpen(ctx, office.of(ctx), ctx.pathParam("id"));
    Reply.json(ctx, AgreementJson.of(office.of(ctx).agreements().of(ctx.pathParam("id"))));
  }
}
