package docimo.api;

/** A request was refused before it was understood, with the problem to send back. */
final class RequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  RequestException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
