package docimo.text;

import java.util.List;

/**
 * What was found in a text that a reader does not see or takes for something else, and that was
 * repaired before reading. Says what is there and how often; whether it is an offence is for others
 * to judge. What copying, emoji and other writing systems bring along is left out: accents,
 * ligatures, whole words of another script, Greek letters of formulas, joiners between emoji, marks
 * between words. Immutable.
 *
 * @param lookAlikes words among whose letters were some of another script that look like Latin
 *     ones, in order; they are read as Latin
 * @param styled words in full-width, mathematical or enclosed letters, in order; a letter or two
 *     are those of a formula
 * @param split words that have characters nobody sees inside, in order
 * @param hyphenated how many of {@code split} have nothing but soft hyphens inside
 * @param hidden characters that nobody sees and that can spell a text of their own, in order
 * @param overridden characters that force a direction of writing, in order
 * @param embedded characters that open a stretch in a direction of its own, in order; empty when
 *     the text has letters that are written from right to left
 */
public record Disguise(
    List<Place> lookAlikes,
    List<Place> styled,
    List<Place> split,
    int hyphenated,
    List<Place> hidden,
    List<Place> overridden,
    List<Place> embedded) {

  /** A text in which nothing was found. */
  public static final Disguise NONE =
      new Disguise(List.of(), List.of(), List.of(), 0, List.of(), List.of(), List.of());

  /**
   * A range of the original, in UTF-16 code units.
   *
   * @param start where it begins
   * @param end where it ends, exclusive
   */
  public record Place(int start, int end) {}

  public Disguise {
    lookAlikes = List.copyOf(lookAlikes);
    styled = List.copyOf(styled);
    split = List.copyOf(split);
    hidden = List.copyOf(hidden);
    overridden = List.copyOf(overridden);
    embedded = List.copyOf(embedded);
  }
}
