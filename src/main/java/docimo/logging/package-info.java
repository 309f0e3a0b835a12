/**
 * How docimo logs: {@link docimo.logging.Logs} chooses the form and the level. Standard error has
 * the log; its plain form is in {@code logback.xml}.
 */
@org.jspecify.annotations.NullMarked
package docimo.logging;
