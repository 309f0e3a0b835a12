package docimo.grading;

/**
 * Sees how grades come about, to count and time them. The grader itself asks no clock. Called from
 * many threads.
 */
public interface GradingObserver {

  /** What marking an answer is made of, in this order. */
  enum Stage {
    /** Takes the answer apart into sentences and words. */
    ANALYSE,
    /** Gives its words and sentences their vectors. */
    ENCODE,
    /** Compares it with the references. */
    SIGNALS,
    /** Makes a score of the signals. */
    SCORE,
    /** Writes down why. */
    EXPLAIN
  }

  /** One answer being marked, on one thread. An error of the grader leaves it without an end. */
  interface Course {

    /** A stage begins, and the one before it has ended. */
    void enter(Stage stage);

    /** The last stage has ended. */
    void end(Grade grade);
  }

  /** Sees nothing and costs nothing. */
  GradingObserver NONE = new UnseenGrading();

  /** An answer is being marked from now on. */
  Course begin();

  /**
   * A question was asked for.
   *
   * @param ready whether it was ready, or had to be compiled
   */
  void asked(boolean ready);
}
