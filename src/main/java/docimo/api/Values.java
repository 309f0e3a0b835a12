package docimo.api;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.exchange.InvalidFieldException;
import docimo.exchange.JsonFields;

/** Reads fields that must be there, and kinds of fields that {@link JsonFields} has not got. */
final class Values {

  /** Up to here each whole number is one of its own. */
  private static final double MOST = 1e15;

  private Values() {}

  /**
   * A text that must be there.
   *
   * @param remedy what to send; reads on after "is missing; "
   * @throws InvalidFieldException when it is missing or no text
   */
  static String required(JsonFields fields, String name, String remedy) {
    return fields
        .text(name)
        .orElseThrow(
            () -> new InvalidFieldException(fields.pointer(name), "is missing; " + remedy));
  }

  /**
   * The answer to mark.
   *
   * @throws InvalidFieldException when it is missing, no text or too long
   */
  static String answer(JsonFields fields, Limits limits) {
    String answer = required(fields, "answer", "send the candidate's answer, if need be empty");
    return limits.answers().requireShort(fields.pointer("answer"), answer);
  }

  /**
   * A number that must be there.
   *
   * @throws InvalidFieldException when it is missing or no number
   */
  static double number(JsonFields fields, String name, String remedy) {
    return fields
        .number(name)
        .orElseThrow(
            () -> new InvalidFieldException(fields.pointer(name), "is missing; " + remedy));
  }

  /**
   * A whole number, 0 or above, that must be there.
   *
   * @throws InvalidFieldException when it is missing or no such number
   */
  static long natural(JsonFields fields, String name, String remedy) {
    double number = number(fields, name, remedy);
    if (!(number >= 0 && number <= MOST) || number != Math.rint(number)) {
      throw new InvalidFieldException(fields.pointer(name), "must be a whole number, 0 or above");
    }
    return (long) number;
  }

  /**
   * A whole number that must be there.
   *
   * @throws InvalidFieldException when it is none
   */
  static int whole(JsonFields fields, String name) {
    double number = fields.number(name).orElse(Double.NaN);
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      throw new InvalidFieldException(fields.pointer(name), "must be a whole number");
    }
    return (int) number;
  }

  /**
   * True or false.
   *
   * @param otherwise what an absent field means
   * @throws InvalidFieldException when it is neither
   */
  static boolean flag(JsonFields fields, String name, boolean otherwise) {
    if (!fields.has(name)) {
      return otherwise;
    }
    JsonNode value = fields.value(name);
    if (!value.isBoolean()) {
      throw new InvalidFieldException(fields.pointer(name), "must be true or false");
    }
    return value.booleanValue();
  }
}
