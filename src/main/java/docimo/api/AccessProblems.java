package docimo.api;

import docimo.access.AccessConflictException;
import docimo.access.InvalidAccessException;
import docimo.access.NoSuchAccessException;
import io.javalin.config.RoutesConfig;
import java.util.Locale;

/** Which error of keys becomes which problem document; a part of {@link ErrorTable}. */
final class AccessProblems {

  private AccessProblems() {}

  static void register(RoutesConfig routes) {
    routes.exception(
        NoSuchAccessException.class,
        (e, ctx) ->
            ErrorTable.send(
                ctx,
                Problem.of(
                    404,
                    e.kind() + "-not-found",
                    "No such " + e.kind(),
                    "There is no " + e.kind() + " by this name; GET /v1/keys lists the keys")));
    routes.exception(
        InvalidAccessException.class,
        (e, ctx) -> {
          String pointer = "/" + e.field();
          ErrorTable.send(
              ctx,
              Problem.of(
                      422,
                      "invalid-field",
                      "A field is not valid",
                      "The field " + pointer + " " + e.problem())
                  .at(pointer));
        });
    routes.exception(
        AccessConflictException.class,
        (e, ctx) ->
            ErrorTable.send(
                ctx,
                Problem.of(
                    409,
                    e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    switch (e.reason()) {
                      case TENANT_EXISTS -> "There is such a tenant";
                      case KEY_NAME_TAKEN -> "There is such a key";
                      case KEY_IS_REVOKED -> "The key was revoked";
                    },
                    DomainProblems.sentence(String.valueOf(e.getMessage())))));
  }
}
