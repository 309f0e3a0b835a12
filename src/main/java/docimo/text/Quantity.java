package docimo.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
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

  private static final Map<String, Unit> UNITS = units();

  public Quantity {
    value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }

  /**
   * Reads a number in figures ("1,000", "-0.5", "1e-3") or as an English cardinal from "two" on
   * ("five", "twenty-five"); "one" by itself is mostly a pronoun and is not read.
   *
   * @return empty when the word is no number, or one of absurd length
   */
  public static Optional<Quantity> parse(String word) {
    if (word.length() > MAX_DIGITS) {
      return Optional.empty();
    }
    if (!NUMBER.matcher(word).matches()) {
      return Cardinals.parse(List.of(word.split("-", -1))).map(value -> new Quantity(value, ""));
    }
    return Optional.of(new Quantity(new BigDecimal(word.replace(",", "")), ""));
  }

  /**
   * This number taken as so many of a unit.
   *
   * @param unit a unit as written after a number ("ms", "seconds", "%", "GB"); case matters in
   *     units of one letter ("m" is metre, "10 M" are ten million of something) and where capitals
   *     tell bits from bytes: "Mb" is megabit, "MB" and the careless "mb" are megabyte
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
    put(units, "B", "128", "Kb", "Kib", "kbit", "kilobit", "kilobits");
    put(units, "B", "131072", "Mb", "Mib", "mbit", "megabit", "megabits");
    put(units, "B", "134217728", "Gb", "Gib", "gbit", "gigabit", "gigabits");
    put(units, "B", "137438953472", "Tb", "Tib", "tbit", "terabit", "terabits");
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
