package docimo.evaluation;

/** Several marks of a result file may belong to the same answer. */
public final class AmbiguousMarkException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AmbiguousMarkException(String answerId) {
    super(
        "there are several marks for the answer "
            + answerId
            + "; give each result its 'dataset' and 'split', or leave one mark");
  }
}
