package docimo.api;

import java.time.Duration;

/** Problems of requests that are too large or too slow: each names the limit and its setting. */
final class LimitProblems {

  private LimitProblems() {}

  static Problem body(int limit) {
    return Problem.of(
        413,
        "body-too-large",
        "The body is too large",
        "The body may have " + limit + " bytes at most (limits.body-bytes); send less");
  }

  static Problem slowBody(Duration limit) {
    return Problem.of(
        408,
        "body-too-slow",
        "The body came too slowly",
        "A body may take "
            + limit.toSeconds()
            + " s to come (timeouts.body); send it again over a faster connection, or less of it");
  }

  static Problem memory(Limits limits) {
    return Problem.overloaded(
        "The bodies that are coming in have more than "
            + limits.bufferedBytes()
            + " bytes together (limits.buffered-bytes); try again soon");
  }

  static Problem address(Limits limits) {
    return Problem.of(
        414,
        "address-too-long",
        "The address is too long",
        "An address may have "
            + limits.addressCharacters()
            + " characters (limits.address-characters); shorten it");
  }

  static Problem headers(Limits limits) {
    return Problem.of(
        431,
        "headers-too-large",
        "The headers are too large",
        "A request may have "
            + limits.headerCount()
            + " headers (limits.header-count) and "
            + limits.headerBytes()
            + " bytes of them (limits.header-bytes); send fewer or shorter ones");
  }

  static Problem json(String limit) {
    return Problem.of(400, "json-limit", "The JSON is beyond a limit", "The body " + limit);
  }

  static Problem attack(Duration limit) {
    return Problem.of(
        422,
        "attack-too-long",
        "The attack takes too long",
        "An attack may take "
            + limit.toSeconds()
            + " s (timeouts.attack); name fewer kinds in 'kinds', or use the command line");
  }
}
