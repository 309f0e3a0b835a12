/**
 * docimo over HTTP: {@link docimo.api.HttpService} has the routes, {@link docimo.api.GradeRequest}
 * and {@link docimo.api.QuestionView} are what goes over the wire besides the grade itself, {@link
 * docimo.api.ErrorTable} is the one place where errors become problem documents (RFC 9457). The
 * only package that knows Javalin.
 */
@org.jspecify.annotations.NullMarked
package docimo.api;
