package docimo.screening;

/**
 * Why a row of an upload was not taken.
 *
 * @param number its place among the rows, from 0
 * @param code stable, for machines
 * @param message one sentence, for people, without any text of an answer
 */
public record RowProblem(long number, String code, String message) {}
