package docimo.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number with its unit, so that "1,000 ms", "1s" and "one second" are the same and "10" and "10
 * %" are not.
 *
 * @param value the number in the base unit of its kind (seconds, bytes, metres; a share of 1 for
 *     percentages), without trailing zeros
 * @param unit the base unit; empty for a plain number or share
 */
public record Quantity(BigDecimal value, String unit) {

  private record Unit(String base, String factor) {}

  private static final Pattern NUMBER =
      Pattern.compile(
          "[+-]?(?:(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?");
  private static final int MAX_DIGITS = 40;

  private static final Map<String, Integer> CARDINALS =
      Map.ofEntries(
          Map.entry("zero", 0),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("seventy", 70),
          Map.entry("eighty", 80),
          Map.entry("ninety", 90),
          Map.entry("hundred", 100),
          Map.entry("thousand", 1000),
          Map.entry("million", 1_000_000),
          Map.entry("billion", 1_000_000_000));

  private static final Map<String, Unit> UNITS = units();

  public Quantity {
    value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }

  /**
   * Reads a number in figures ("1,000", "-0.5", "1e-3") or as an English cardinal word from "two"
   * on; "one" is mostly a pronoun and is not read.
   *
   * @return empty when the word is no number, or one of absurd length
   */
  public static Optional<Quantity> parse(String word) {
    if (word.length() > MAX_DIGITS) {
      return Optional.empty();
    }
    Integer cardinal = CARDINALS.get(word.toLowerCase(Locale.ROOT));
    if (cardinal != null) {
      return Optional.of(new Quantity(BigDecimal.valueOf(cardinal), ""));
    }
    if (!NUMBER.matcher(word).matches()) {
      return Optional.empty();
    }
    return Optional.of(new Quantity(new BigDecimal(word.replace(",", "")), ""));
  }

  /**
   * This number taken as so many of a unit.
   *
   * @param unit a unit as written after a number ("ms", "seconds", "%", "GB"); case matters only in
   *     units of one letter: "m" is metre, "10 M" are ten million of something
   * @return the quantity in the base unit; empty when the unit is not known or this number has one
   */
  public Optional<Quantity> in(String unit) {
    Unit known = UNITS.get(unit);
    if (known == null && unit.length() > 1) {
      known = UNITS.get(unit.toLowerCase(Locale.ROOT));
    }
    if (known == null || !this.unit.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal factor = new BigDecimal(known.factor);
    return Optional.of(new Quantity(value.multiply(factor, MathContext.DECIMAL128), known.base));
  }

  /**
   * The term under which the quantity is found: equal quantities, and only they, have equal ones.
   */
  public String term() {
    return "#" + value.toPlainString() + unit;
  }

  private static Map<String, Unit> units() {
    Map<String, Unit> units = new HashMap<>();
    put(units, "", "0.01", "%", "percent", "pct");
    put(units, "s", "0.000000001", "ns", "nanosecond", "nanoseconds");
    put(units, "s", "0.000001", "us", "μs", "microsecond", "microseconds");
    put(units, "s", "0.001", "ms", "msec", "millisecond", "milliseconds");
    put(units, "s", "1", "s", "sec", "secs", "second", "seconds");
    put(units, "s", "60", "min", "mins", "minute", "minutes");
    put(units, "s", "3600", "h", "hr", "hrs", "hour", "hours");
    put(units, "s", "86400", "day", "days");
    put(units, "B", "0.125", "bit", "bits");
    put(units, "B", "1", "byte", "bytes", "B");
    put(units, "B", "1024", "kb", "kib", "kilobyte", "kilobytes");
    put(units, "B", "1048576", "mb", "mib", "megabyte", "megabytes");
    put(units, "B", "1073741824", "gb", "gib", "gigabyte", "gigabytes");
    put(units, "B", "1099511627776", "tb", "tib", "terabyte", "terabytes");
    put(units, "m", "0.001", "mm", "millimetre", "millimetres", "millimeter", "millimeters");
    put(units, "m", "0.01", "cm", "centimetre", "centimetres", "centimeter", "centimeters");
    put(units, "m", "1", "m", "metre", "metres", "meter", "meters");
    put(units, "m", "1000", "km", "kilometre", "kilometres", "kilometer", "kilometers");
    put(units, "g", "0.001", "mg", "milligram", "milligrams");
    put(units, "g", "1", "g", "gram", "grams");
    put(units, "g", "1000", "kg", "kilogram", "kilograms");
    put(units, "Hz", "1", "hz", "hertz");
    put(units, "Hz", "1000000", "mhz", "megahertz");
    put(units, "Hz", "1000000000", "ghz", "gigahertz");
    put(units, "V", "1", "V", "volt", "volts");
    return Map.copyOf(units);
  }

  private static void put(Map<String, Unit> units, String base, String factor, String... names) {
    for (String name : names) {
      units.put(name, new Unit(base, factor));
    }
  }
}
