package docimo.api;

import docimo.exchange.AnswerLimits;

/**
 * How large a request may be. Immutable.
 *
 * @param bodyBytes the largest body of JSON; uploads are read while they come and have no such
 *     limit
 * @param answerCharacters the longest answer that is read, in UTF-16 code units
 * @param headerBytes how large the line and the headers of a request may be together
 * @param headerCount how many headers a request may have
 * @param addressCharacters how long the address of a request may be, with its query
 * @param bufferedBytes how much memory bodies that are coming in may take together
 * @param jsonNesting how deep objects and lists may stand in each other
 * @param jsonNumberCharacters how many characters a number may have
 * @param inlineMarkedAnswers how many marked answers a question may bring along that comes with an
 *     answer: they are marked before it
 * @param inlineMarkedCharacters how many characters these may have together
 */
public record Limits(
    int bodyBytes,
    int answerCharacters,
    int headerBytes,
    int headerCount,
    int addressCharacters,
    long bufferedBytes,
    int jsonNesting,
    int jsonNumberCharacters,
    int inlineMarkedAnswers,
    int inlineMarkedCharacters) {

  /**
   * Bodies up to 1 MiB, 64 MiB of them together, in which an answer may be as long as they allow;
   * headers up to 8 KiB.
   */
  public static final Limits DEFAULT =
      new Limits(1 << 20, 1 << 20, 1 << 13, 100, 4096, 64L << 20, 64, 100, 30, 20_000);

  /** The default but for these. */
  public Limits(int bodyBytes, int answerCharacters, int headerBytes) {
    this(
        bodyBytes,
        answerCharacters,
        headerBytes,
        DEFAULT.headerCount,
        DEFAULT.addressCharacters,
        DEFAULT.bufferedBytes,
        DEFAULT.jsonNesting,
        DEFAULT.jsonNumberCharacters,
        DEFAULT.inlineMarkedAnswers,
        DEFAULT.inlineMarkedCharacters);
  }

  /**
   * @throws IllegalArgumentException when a limit is below 1
   */
  public Limits {
    long least =
        Math.min(
            Math.min(
                Math.min(Math.min(bodyBytes, answerCharacters), Math.min(headerBytes, headerCount)),
                Math.min(Math.min(addressCharacters, jsonNesting), jsonNumberCharacters)),
            Math.min(bufferedBytes, Math.min(inlineMarkedAnswers, inlineMarkedCharacters)));
    if (least < 1) {
      throw new IllegalArgumentException("a limit is at least 1");
    }
  }

  /** Those of an answer, and of the question that comes with it. */
  AnswerLimits answers() {
    return new AnswerLimits(answerCharacters, inlineMarkedAnswers, inlineMarkedCharacters);
  }
}
