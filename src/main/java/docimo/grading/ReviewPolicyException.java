package docimo.grading;

import java.util.List;

/** A review policy cannot be used; the message names each bad key and value and what to write. */
public final class ReviewPolicyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReviewPolicyException(String name, List<String> problems) {
    super(name + ": " + String.join("; ", problems));
  }
}
