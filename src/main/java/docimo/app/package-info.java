/**
 * Wires docimo together: {@link docimo.app.Application} is the one place that chooses
 * implementations, {@link docimo.app.Models} checks and opens what lies in {@code models/}, {@link
 * docimo.app.Banks} finds the questions.
 */
@org.jspecify.annotations.NullMarked
package docimo.app;
