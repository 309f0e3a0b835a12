/**
 * docimo marks free-text answers. The map, from the inside out: {@code text} takes prose apart and
 * {@code question} says what is asked; {@code similarity} measures likeness; {@code grading} makes
 * the mark and says why ({@link docimo.grading.Grader#grade} is the product in a few lines); {@code
 * batch} marks many; {@code screening} remembers candidates, reviews and what made each mark;
 * {@code evaluation} measures how well marks agree with those of people; {@code exchange} reads and
 * writes banks, batches and grades; {@code store} keeps screenings in a database; {@code api}
 * serves HTTP; {@code app} wires it all; {@code cli} is the command line. Nothing points outward.
 */
@org.jspecify.annotations.NullMarked
package docimo;
