package docimo.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Brings a weighted mean of signals to the scale of human markers: straight lines between points,
 * rising from a mark of 0 at a mean of 0 to at most 1 at a mean of 1. Immutable.
 *
 * @param knots values of the mean, rising strictly from 0 to 1
 * @param marks the mark at each knot, in [0, 1], never falling, the first 0
 */
public record Calibration(List<Double> knots, List<Double> marks) {

  /** Leaves every mean as it is. */
  public static final Calibration NONE = new Calibration(List.of(0.0, 1.0), List.of(0.0, 1.0));

  /**
   * @throws IllegalArgumentException when knots or marks are not as described
   */
  public Calibration {
    knots = List.copyOf(knots);
    marks = List.copyOf(marks);
    int last = knots.size() - 1;
    if (last < 1
        || marks.size() != knots.size()
        || knots.get(0) != 0
        || marks.get(0) != 0
        || knots.get(last) != 1
        || !(marks.get(last) <= 1)) {
      throw new IllegalArgumentException("a calibration must go from 0=0 to 1");
    }
    for (int i = 1; i <= last; i++) {
      if (!(knots.get(i) > knots.get(i - 1)) || !(marks.get(i) >= marks.get(i - 1))) {
        throw new IllegalArgumentException("a calibration must rise");
      }
    }
  }

  /** The mark that human markers give on average where the mean of the signals is this. */
  public double mark(double mean) {
    double x = Math.min(1, Math.max(0, mean));
    int i = 1;
    while (i < knots.size() - 1 && x > knots.get(i)) {
      i++;
    }
    double share = (x - knots.get(i - 1)) / (knots.get(i) - knots.get(i - 1));
    return marks.get(i - 1) + share * (marks.get(i) - marks.get(i - 1));
  }

  /**
   * Reads {@code "0=0 0.3=0.2 1=1"}.
   *
   * @throws IllegalArgumentException when it is no such text
   */
  static Calibration parse(String text) {
    List<Double> knots = new ArrayList<>();
    List<Double> marks = new ArrayList<>();
    for (String pair : text.strip().split("\\s+")) {
      String[] sides = pair.split("=", 2);
      if (sides.length < 2) {
        throw new IllegalArgumentException("a calibration is pairs such as 0.3=0.2");
      }
      knots.add(Double.valueOf(sides[0]));
      marks.add(Double.valueOf(sides[1]));
    }
    return new Calibration(knots, marks);
  }

  /** The text that {@link #parse} reads. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < knots.size(); i++) {
      text.append(
          String.format(Locale.ROOT, "%s%s=%s", i == 0 ? "" : " ", knots.get(i), marks.get(i)));
    }
    return text.toString();
  }
}
