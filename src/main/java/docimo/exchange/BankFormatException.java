package docimo.exchange;

/**
 * A question bank cannot be read. The message is one sentence for the bank's author: where, what is
 * wrong, and what to do about it. It never holds the text of an answer.
 */
public final class BankFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String source;
  private final int line;
  private final String problem;
  private final String remedy;

  /**
   * @param source name of the file or resource
   * @param line 1-based line of the problem; 0 when it concerns the source as a whole
   * @param problem what is wrong, without a full stop
   * @param remedy what the author can do, without a full stop
   */
  public BankFormatException(String source, int line, String problem, String remedy) {
    super(source + (line > 0 ? ", line " + line : "") + ": " + problem + "; " + remedy + ".");
    this.source = source;
    this.line = line;
    this.problem = problem;
    this.remedy = remedy;
  }

  /** Name of the file or resource. */
  public String source() {
    return source;
  }

  /** 1-based line of the problem; 0 when it concerns the source as a whole. */
  public int line() {
    return line;
  }

  /** What is wrong, without a full stop. */
  public String problem() {
    return problem;
  }

  /** What the author can do about it, without a full stop. */
  public String remedy() {
    return remedy;
  }
}
