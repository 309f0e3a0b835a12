package docimo.screening;

/**
 * A part of the ranking that people look at in the same way. It sorts; it rejects nobody.
 *
 * @param name for people, not blank
 * @param from the lowest score in it, in [0, 1]
 */
public record ReviewBand(String name, double from) {

  /**
   * @throws InvalidValueException when the name is blank or the border out of its range
   */
  public ReviewBand {
    name = Texts.require("bands", name, Texts.NAME);
    if (!(from >= 0 && from <= 1)) {
      throw new InvalidValueException("bands", "a band begins at a score from 0 to 1");
    }
  }
}
