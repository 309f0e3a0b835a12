package docimo.api;

/** What is wrong with requests that come again. */
final class RepeatProblems {

  private RepeatProblems() {}

  static RequestException another() {
    return new RequestException(
        Problem.of(
            422,
            "idempotency-key-reused",
            "The key is of another request",
            "This Idempotency-Key came before with another request; use a new key for a new"
                + " request, and send the same one exactly as before"));
  }

  static RequestException inFlight() {
    return new RequestException(
        Problem.of(
            409,
            "idempotency-in-flight",
            "The first one is not done",
            "The same request came before and is being worked on; try again in a moment"));
  }

  static RequestException gone() {
    return new RequestException(
        Problem.of(
            409,
            "idempotency-reply-gone",
            "It was done, and its reply is no more",
            "The same request came before and was carried out, but its reply was not kept, or was"
                + " removed with the texts of a candidate; look whether what it makes is there, and"
                + " use a new key if it has to be done again"));
  }
}
