package docimo.screening;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * What the services of a screening are made of.
 *
 * @param store keeps all
 * @param marking marks answers
 * @param grades writes and reads grades
 * @param agreement measures agreement of machine and people
 * @param clock dates what happens; decides nothing about order
 * @param ids gives ids that nobody else has
 * @param salts gives random texts that nobody can guess, of 128 bits or more
 */
public record ScreeningParts(
    Store store,
    Marking marking,
    GradeCodec grades,
    AgreementMeasure agreement,
    Clock clock,
    Supplier<String> ids,
    Supplier<String> salts) {

  /** The same on another store. */
  ScreeningParts on(Store other) {
    return new ScreeningParts(other, marking, grades, agreement, clock, ids, salts);
  }

  /** The same parts for work that nobody waits for. */
  ScreeningParts unhurried() {
    return new ScreeningParts(store, marking.unhurried(), grades, agreement, clock, ids, salts);
  }

  /** The time in the precision that every database keeps. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
