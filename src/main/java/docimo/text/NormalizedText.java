package docimo.text;

import org.jspecify.annotations.Nullable;

/**
 * A text as docimo reads it, with the way back to the text as it was sent: every UTF-16 code unit
 * of the normalised text knows the range of the original that it came from. Immutable.
 */
public final class NormalizedText {

  private final String original;
  private final String text;
  private final int @Nullable [] starts;
  private final int @Nullable [] ends;
  private final Disguise disguise;

  /** A text that normalising leaves as it is. */
  NormalizedText(String text) {
    this(text, text, null, null, Disguise.NONE);
  }

  /**
   * @param starts for each index of {@code text}, where its origin begins; null when unchanged
   * @param ends for each index of {@code text}, where its origin ends; null when unchanged
   * @param disguise what was repaired
   */
  NormalizedText(
      String original,
      String text,
      int @Nullable [] starts,
      int @Nullable [] ends,
      Disguise disguise) {
    this.original = original;
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.disguise = disguise;
  }

  /** The text as it was sent. */
  public String original() {
    return original;
  }

  /** The normalised text. */
  public String text() {
    return text;
  }

  /** What was found in the original that a reader does not see or takes for something else. */
  public Disguise disguise() {
    return disguise;
  }

  /** Where, in the original, the normalised code unit at {@code index} begins. */
  public int originalStart(int index) {
    return starts == null ? index : starts[index];
  }

  /** Where, in the original, a normalised range that stops before {@code end} (above 0) ends. */
  public int originalEnd(int end) {
    return ends == null ? end : ends[end - 1];
  }
}
