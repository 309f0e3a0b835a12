package docimo.api;

import docimo.access.ApiKey;
import docimo.screening.audit.AuditDraft;
import io.javalin.http.Context;
import java.util.regex.Pattern;

/**
 * Who asks for a change: the audit log names them, and the key that the request came with, as in
 * {@code kim via portal}. The name is what the caller says; the key is proven.
 */
final class Actor {

  /** The header that has the name. */
  static final String HEADER = "Docimo-Actor";

  private static final Pattern NAME =
      Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E]{0,98}[\\x21-\\x7E])?");

  private static final String VIA = " via ";

  private Actor() {}

  /**
   * The name in the header, with that of the key.
   *
   * @throws RequestException when there is none, or it is none
   */
  static String of(Context ctx) {
    String name = ctx.header(HEADER);
    if (name == null || name.isBlank()) {
      throw problem(
          "actor-missing",
          "Nobody is named",
          "The audit log names who did it: send the header "
              + HEADER
              + " with an id of the person or program that asks");
    }
    if (!NAME.matcher(name.strip()).matches()) {
      throw problem(
          "actor-invalid",
          "This is no name",
          "The header " + HEADER + " has 1 to 100 printable ASCII characters; send an id");
    }
    if (name.strip().equals(AuditDraft.MACHINE)) {
      throw problem(
          "actor-invalid",
          "This is no name",
          "In the audit log '" + AuditDraft.MACHINE + "' is the machine; send another name");
    }
    if (name.contains(VIA)) {
      throw problem(
          "actor-invalid",
          "This is no name",
          "In the audit log '" + VIA.strip() + "' stands before the key; send a name without it");
    }
    ApiKey key = Requester.of(ctx).key();
    return key == null ? name.strip() : name.strip() + VIA + key.name();
  }

  private static RequestException problem(String type, String title, String detail) {
    return new RequestException(Problem.of(400, type, title, detail));
  }
}
