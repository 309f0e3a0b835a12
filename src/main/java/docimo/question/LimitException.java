package docimo.question;

/**
 * A question is larger than docimo marks by, see {@link Limits}. Says which part of it, by number:
 * a message never repeats a text that is too long.
 */
public final class LimitException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** What has a limit. */
  public enum Part {
    /** The prompt. */
    PROMPT("the prompt"),
    /** All references together. */
    REFERENCES("the references together"),
    /** The list of key points. */
    KEY_POINTS("the list of key points"),
    /** The label of a key point. */
    LABEL("the label"),
    /** The list of phrasings of a key point. */
    PHRASINGS("the list of phrasings"),
    /** A phrasing of a key point. */
    PHRASING("phrasing "),
    /** The list of marked answers. */
    MARKED_ANSWERS("the list of marked answers");

    private final String words;

    Part(String words) {
      this.words = words;
    }
  }

  private final Part part;
  private final int point;
  private final int phrasing;
  private final String problem;

  /**
   * @param point index of the key point, where the part is one of a key point
   * @param phrasing index of the phrasing, where the part is one
   * @param problem reads on after the name of the part
   */
  LimitException(Part part, int point, int phrasing, String problem) {
    super(place(part, point, phrasing) + " " + problem);
    this.part = part;
    this.point = point;
    this.phrasing = phrasing;
    this.problem = problem;
  }

  /** The part that is too large. */
  public Part part() {
    return part;
  }

  /** Index of the key point, from 0, where the part is one of a key point. */
  public int point() {
    return point;
  }

  /** Index of the phrasing in its key point, from 0, where the part is one. */
  public int phrasing() {
    return phrasing;
  }

  /** What is wrong and what is allowed; reads on after a name of the part. */
  public String problem() {
    return problem;
  }

  private static String place(Part part, int point, int phrasing) {
    return switch (part) {
      case PROMPT, REFERENCES, KEY_POINTS, MARKED_ANSWERS -> part.words;
      case LABEL, PHRASINGS -> part.words + " of key point " + (point + 1);
      case PHRASING -> part.words + (phrasing + 1) + " of key point " + (point + 1);
    };
  }
}
