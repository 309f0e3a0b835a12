package docimo.api;

import docimo.batch.Trace;
import docimo.exchange.BrokenBodyException;
import docimo.exchange.InvalidFieldException;
import docimo.exchange.MalformedJsonException;
import docimo.grading.OverloadedException;
import docimo.question.QuestionNotFoundException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which error becomes which problem document. No stack trace and no answer text gets out. */
final class ErrorTable {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorTable.class);

  /** Most of what waits is over in a second. */
  static final String SOON = "1";

  private ErrorTable() {}

  static void register(RoutesConfig routes) {
    routes.exception(MalformedJsonException.class, (e, ctx) -> send(ctx, malformed(e)));
    routes.exception(InvalidFieldException.class, (e, ctx) -> send(ctx, invalid(e)));
    routes.exception(BrokenBodyException.class, (e, ctx) -> send(ctx, broken(e)));
    routes.exception(QuestionNotFoundException.class, (e, ctx) -> send(ctx, noQuestion(ctx)));
    routes.exception(OverloadedException.class, (e, ctx) -> send(ctx, overloaded(e)));
    DomainProblems.register(routes);
    routes.exception(RequestException.class, (e, ctx) -> send(ctx, e.problem()));
    routes.exception(NotFoundResponse.class, (e, ctx) -> send(ctx, noRoute(ctx)));
    routes.exception(MethodNotAllowedResponse.class, ErrorTable::noMethod);
    routes.exception(HttpResponseException.class, (e, ctx) -> send(ctx, other(e)));
    routes.exception(Exception.class, (e, ctx) -> send(ctx, internal(ctx, e)));
  }

  static void send(Context ctx, Problem problem) {
    if (problem.status() == 503 && ctx.res().getHeader("Retry-After") == null) {
      ctx.header("Retry-After", SOON);
    }
    ctx.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(problem.bytes());
  }

  private static Problem malformed(MalformedJsonException e) {
    return e.limit()
        .map(LimitProblems::json)
        .orElseGet(
            () ->
                Problem.of(
                    400,
                    "malformed-json",
                    "The body is not JSON",
                    "The body is " + e.getMessage()));
  }

  private static Problem overloaded(OverloadedException e) {
    return Problem.overloaded(
        switch (e.reason()) {
          case QUEUE_FULL ->
              "As many answers are being marked and waiting as may (inference.slots,"
                  + " inference.queue); try again soon";
          case WAITED ->
              "This request waited for as long as it may (inference.patience) while others were"
                  + " marked; try again soon";
          case CALLER_GONE, INTERRUPTED -> "Nothing was marked; try again";
        });
  }

  private static Problem broken(BrokenBodyException e) {
    String message = String.valueOf(e.getMessage());
    String detail = message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
    return switch (e.reason()) {
      case MALFORMED_JSON -> Problem.of(400, "malformed-json", "The body is not JSON", detail);
      case INCOMPLETE_BODY -> Problem.of(400, "incomplete-body", "The body is incomplete", detail);
      case TOO_MANY_ROWS -> Problem.of(413, "too-many-rows", "There are too many rows", detail);
      case BODY_TOO_LARGE -> Problem.of(413, "body-too-large", "The body is too large", detail);
      case SERVICE_STOPPING -> Problem.notReady();
    };
  }

  private static Problem invalid(InvalidFieldException e) {
    String where = e.pointer().isEmpty() ? "The body" : "The field " + e.pointer();
    return Problem.of(422, "invalid-field", "A field is not valid", where + " " + e.getMessage())
        .at(e.pointer());
  }

  private static Problem noQuestion(Context ctx) {
    Problem problem =
        Problem.of(
            404,
            "question-not-found",
            "No such question",
            "There is no question with this id; GET /v1/questions lists those there are");
    return ctx.path().startsWith("/v1/questions") ? problem : problem.at("/question_id");
  }

  private static Problem noRoute(Context ctx) {
    return Problem.of(
        404,
        "no-such-resource",
        "Nothing here",
        "There is nothing at " + ctx.path() + "; see GET /");
  }

  /** Tells which methods there are; to one who asks just that, it is no problem. */
  private static void noMethod(MethodNotAllowedResponse e, Context ctx) {
    String methods = e.getDetails().getOrDefault("availableMethods", "");
    String allowed =
        Stream.of(methods.split(","))
            .map(String::strip)
            .filter(method -> !method.isEmpty())
            .sorted()
            .collect(Collectors.joining(", "));
    ctx.header("Allow", allowed);
    if (ctx.method().equals(HandlerType.OPTIONS)) {
      ctx.status(HttpStatus.NO_CONTENT);
      return;
    }
    send(
        ctx,
        Problem.of(
            405,
            "method-not-allowed",
            "Method not allowed",
            ctx.method() + " is not for " + ctx.path() + "; allowed: " + allowed));
  }

  private static Problem other(HttpResponseException e) {
    return Problem.of(
        e.getStatus(),
        "http-" + e.getStatus(),
        "The request failed",
        String.valueOf(e.getMessage()));
  }

  private static Problem internal(Context ctx, Exception e) {
    // the message of an exception could quote an answer: only kinds and places are logged
    LOG.error("{} {} failed with {}", ctx.method(), Telemetry.route(ctx), Trace.of(e));
    return defect();
  }

  /** Answers a request that failed so badly that no handler of exceptions sees it. */
  static void failed(HttpServletResponse response, Error error) {
    LOG.error("a request failed with {}", Trace.of(error));
    response.setStatus(defect().status());
    response.setContentType(Problem.MEDIA_TYPE);
    try {
      response.getOutputStream().write(defect().bytes());
    } catch (IOException e) {
      LOG.warn("the client is gone");
    }
  }

  static Problem defect() {
    return Problem.of(
        500, "internal-error", "docimo failed", "This is a defect of docimo; nothing was marked");
  }
}
