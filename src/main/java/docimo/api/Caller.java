package docimo.api;

import io.javalin.http.Context;

/** Whose request it is: keys of requests that may come again are theirs alone. */
final class Caller {

  private Caller() {}

  /** Nobody is known yet: all callers are one. */
  static String of(Context ctx) {
    return "anonymous";
  }
}
