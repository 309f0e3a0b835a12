package docimo.api;

import docimo.exchange.AgreementJson;
import docimo.screening.FrozenPercentiles;
import docimo.screening.ScreeningOffice;
import docimo.screening.ScreeningResults;
import docimo.screening.ScreeningResults.CandidateResult;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where candidates stand, and how far machine and reviewers agree. Nobody is rejected here. */
final class ResultRoutes {

  private static final int PAGE = 100;
  private static final String SCREENING = "/v1/screenings/{id}";

  private final Supplier<ScreeningOffice> office;

  ResultRoutes(Supplier<ScreeningOffice> office) {
    this.office = office;
  }

  void register(Routes routes) {
    routes.get(SCREENING + "/results", this::results);
    routes.get(SCREENING + "/results/<ref>", this::result);
    routes.get(SCREENING + "/progress", this::progress);
    routes.post(SCREENING + "/percentiles", this::freeze);
    routes.get(SCREENING + "/agreement", this::agreement);
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
    ScreeningResults results = office.get().results().of(ctx.pathParam("id"));
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
    Reply.json(
        ctx,
        CandidateView.of(office.get().results().of(ctx.pathParam("id"), ctx.pathParam("ref"))));
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
    Reply.json(ctx, office.get().results().progress(ctx.pathParam("id"), ref));
  }

  private void freeze(Context ctx) {
    RequestQuery.requireNone(ctx);
    String actor = Actor.of(ctx);
    FrozenPercentiles frozen = office.get().results().freeze(ctx.pathParam("id"), actor);
    Reply.created(
        ctx,
        "/v1/screenings/" + frozen.screeningId() + "/results",
        new Frozen(frozen.id(), frozen.screeningId(), frozen.at(), frozen.byCandidate().size()));
  }

  private void agreement(Context ctx) {
    RequestQuery.requireNone(ctx);
    Reply.json(ctx, AgreementJson.of(office.get().agreements().of(ctx.pathParam("id"))));
  }
}
