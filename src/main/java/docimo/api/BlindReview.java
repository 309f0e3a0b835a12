package docimo.api;

import docimo.access.Scope;
import docimo.screening.ScreeningOffice;
import io.javalin.http.Context;

/**
 * Keeps the marks of answers from reviewers who have to mark first. Where reviews of a screening
 * are blind, an answer that waits for one is shown without what was said of it, and nothing is
 * shown that adds up its mark; whoever may do everything sees all the same.
 */
final class BlindReview {

  private BlindReview() {}

  /**
   * Whether marks of a screening's answers that wait for a reviewer are hidden from who asks.
   *
   * @throws docimo.screening.NotFoundException when there is no such screening
   */
  static boolean is(Context ctx, ScreeningOffice office, String screeningId) {
    boolean blind = office.screenings().get(screeningId).plan().blindReview();
    return blind && !Requester.of(ctx).mayAnyOf(Scope.ADMIN);
  }

  /**
   * Says that no answer of a screening waits whose mark is hidden from who asks.
   *
   * @throws RequestException when one does: 409
   * @throws docimo.screening.NotFoundException when there is no such screening
   */
  static void requireNoneOpen(Context ctx, ScreeningOffice office, String screeningId) {
    if (is(ctx, office, screeningId) && office.reviews().waiting(screeningId) > 0) {
      throw new RequestException(
          Problem.of(
              409,
              "blind-reviews-open",
              "Reviewers have to mark first",
              "Answers of this screening wait for reviewers who mark before they see the machine's"
                  + " mark; ask again when all are done, or with a key that has the scope admin"));
    }
  }
}
