/**
 * Wires docimo together: {@link docimo.app.Application} is the one place that chooses
 * implementations, {@link docimo.app.Models} checks and opens what lies in {@code models/}, {@link
 * docimo.app.Settings} says what is configurable.
 */
@org.jspecify.annotations.NullMarked
package docimo.app;
