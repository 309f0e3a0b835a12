package docimo.api;

import docimo.access.Scope;
import docimo.screening.Candidate;
import docimo.screening.CandidateRecord;
import docimo.screening.HumanMark;
import io.javalin.http.Context;
import java.util.List;

/**
 * Gives out and removes what is kept of a candidate. References may hold slashes; those that no
 * path can carry go into the parameter {@code ref}.
 */
final class CandidateRoutes {

  private static final String ONE = "/v1/candidates/<ref>";
  private static final String BY_PARAMETER = "/v1/candidates";

  private static final Need NEED = Need.of(Scope.ADMIN);

  private final RequestOffice office;

  CandidateRoutes(RequestOffice office) {
    this.office = office;
  }

  void register(Routes routes) {
    routes.get(ONE, NEED, this::export);
    routes.delete(ONE, NEED, this::erase);
    routes.get(BY_PARAMETER, NEED, this::export);
    routes.delete(BY_PARAMETER, NEED, this::erase);
  }

  /** All that is kept of a candidate. */
  private record Export(Candidate candidate, List<Answered> answers) {}

  /** An answer with all that was said of it. */
  private record Answered(
      SubmissionView.Text submission, List<GradeViews.Recorded> grades, List<HumanMark> marks) {

    static Answered of(CandidateRecord.AnswerRecord kept) {
      return new Answered(
          SubmissionView.Text.of(kept.submission()),
          kept.grades().stream().map(GradeViews.Recorded::of).toList(),
          kept.marks());
    }
  }

  private void export(Context ctx) {
    CandidateRecord kept = office.of(ctx).candidates().export(ref(ctx));
    Reply.json(
        ctx, new Export(kept.candidate(), kept.answers().stream().map(Answered::of).toList()));
  }

  private void erase(Context ctx) {
    String ref = ref(ctx);
    Reply.json(ctx, office.of(ctx).candidates().erase(ref, Actor.of(ctx)));
  }

  private static String ref(Context ctx) {
    if (ctx.pathParamMap().containsKey("ref")) {
      RequestQuery.requireNone(ctx);
      return ctx.pathParam("ref");
    }
    return RequestQuery.of(ctx, "ref")
        .text("ref")
        .orElseThrow(
            () -> RequestQuery.invalid("ref", "is missing; send the candidate's reference"));
  }
}
