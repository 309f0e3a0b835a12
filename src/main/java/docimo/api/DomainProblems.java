package docimo.api;

import docimo.screening.ConflictException;
import docimo.screening.InvalidValueException;
import docimo.screening.NotFoundException;
import docimo.screening.StoreException;
import docimo.screening.VersionConflictException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which error of a screening becomes which problem document; a part of {@link ErrorTable}. */
final class DomainProblems {

  private static final Logger LOG = LoggerFactory.getLogger(DomainProblems.class);

  private static final String SOON = "5";
  private static final String LATER = "60";

  private DomainProblems() {}

  static void register(RoutesConfig routes) {
    routes.exception(NotFoundException.class, (e, ctx) -> ErrorTable.send(ctx, notFound(e)));
    routes.exception(InvalidValueException.class, (e, ctx) -> ErrorTable.send(ctx, invalid(e)));
    routes.exception(ConflictException.class, (e, ctx) -> ErrorTable.send(ctx, conflict(e)));
    routes.exception(
        VersionConflictException.class, (e, ctx) -> ErrorTable.send(ctx, changedSince(e)));
    routes.exception(StoreException.class, DomainProblems::store);
    AccessProblems.register(routes);
  }

  private static Problem notFound(NotFoundException e) {
    return Problem.of(
        404,
        e.kind().replace(' ', '-') + "-not-found",
        "No such " + e.kind(),
        "There is no "
            + e.kind()
            + " by this name; "
            + switch (e.kind()) {
              case "screening" -> "GET /v1/screenings lists those there are";
              case "question" ->
                  "the store has the questions that were imported or sent to POST /v1/questions";
              case "candidate" -> "perhaps they were erased, or did not answer here";
              case "submission", "grade", "mark" ->
                  "GET /v1/screenings/{id}/submissions lists the answers there are";
              case "review case" -> "GET /v1/screenings/{id}/reviews lists those that wait";
              default -> "check the address";
            });
  }

  private static Problem invalid(InvalidValueException e) {
    String pointer = "/" + e.field();
    return Problem.of(
            422,
            "invalid-field",
            "A field is not valid",
            "The field " + pointer + " " + e.problem())
        .at(pointer);
  }

  private static Problem conflict(ConflictException e) {
    return Problem.of(
        409,
        e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        switch (e.reason()) {
          case SCREENING_NOT_OPEN -> "The screening is not open";
          case STATE_NOT_POSSIBLE -> "Not possible in this state";
          case QUESTION_NOT_ASKED -> "The screening does not ask this";
          case ATTEMPT_DIFFERS -> "The attempt has another text";
          case CASE_NOT_YOURS -> "The case is not yours";
          case BLIND_MARK_FIRST -> "Mark first";
          case BLIND_MARK_GIVEN -> "The first mark stays";
          case OTHER_PERSON_NEEDED -> "Another person is needed";
          case CASE_OPEN -> "It waits already";
          case TEXT_REMOVED -> "The text was removed";
          case JOB_STATE -> "Not possible in the state of the job";
          case JOB_KIND -> "Not possible for this kind of job";
          case REQUEST_REPEATED -> "The request came again";
        },
        sentence(String.valueOf(e.getMessage())));
  }

  private static Problem changedSince(VersionConflictException e) {
    return Problem.of(
        412,
        "version-conflict",
        "Somebody changed it first",
        "This "
            + e.kind()
            + " is at version "
            + e.actual()
            + ", not "
            + e.expected()
            + "; read it again, decide again, and send version "
            + e.actual());
  }

  private static void store(StoreException e, Context ctx) {
    // its message names the database, which is nothing for callers, and no answer
    LOG.error(
        "{} {}: the store is {}: {}",
        ctx.method(),
        Telemetry.route(ctx),
        e.trouble(),
        e.getMessage());
    switch (e.trouble()) {
      case DAMAGED, INTERNAL -> ErrorTable.send(ctx, ErrorTable.defect());
      case DISK_FULL -> {
        ctx.header("Retry-After", LATER);
        ErrorTable.send(
            ctx, away("The store has no room left; what was acknowledged is kept, this is not"));
      }
      default -> {
        ctx.header("Retry-After", e.trouble() == StoreException.Trouble.UNAVAILABLE ? SOON : LATER);
        ErrorTable.send(
            ctx,
            away("The store cannot be reached; what was acknowledged is kept. Try again later"));
      }
    }
  }

  private static Problem away(String detail) {
    return Problem.of(503, "store-unavailable", "The store is away", detail);
  }

  /** A message as a sentence of its own. */
  static String sentence(String message) {
    return message.isEmpty()
        ? message
        : message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
  }
}
