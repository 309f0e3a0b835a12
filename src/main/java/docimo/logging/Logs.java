package docimo.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/** The log of this process. */
public final class Logs {

  /** How a line looks. */
  public enum Format {
    /** For people. */
    TEXT,
    /** An object of JSON. */
    JSON
  }

  private Logs() {}

  /**
   * Sets how the process logs from now on.
   *
   * @param level the least that is logged: error, warn, info or debug
   */
  public static void configure(Format format, String level) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    Level least = Level.toLevel(level.toUpperCase(Locale.ROOT));
    context.getLogger("docimo").setLevel(least);
    // of the libraries below only what is wrong is of use
    context
        .getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
        .setLevel(least.isGreaterOrEqual(Level.WARN) ? least : Level.WARN);
    if (format == Format.JSON) {
      context.getLoggerList().forEach(Logs::writeJson);
    }
  }

  /** A line of JSON, whatever the level of the log is. */
  public static String line(String level, Class<?> of, String message) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    LoggingEvent event =
        new LoggingEvent(
            of.getName(),
            context.getLogger(of.getName()),
            Level.toLevel(level),
            message,
            null,
            null);
    return new String(new JsonLine().encode(event), StandardCharsets.UTF_8).strip();
  }

  private static void writeJson(Logger logger) {
    Iterator<Appender<ILoggingEvent>> appenders = logger.iteratorForAppenders();
    while (appenders.hasNext()) {
      if (appenders.next() instanceof OutputStreamAppender<ILoggingEvent> stream) {
        JsonLine line = new JsonLine();
        line.setContext(logger.getLoggerContext());
        line.start();
        stream.setEncoder(line);
      }
    }
  }
}
