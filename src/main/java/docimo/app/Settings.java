package docimo.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values that are in force, and where each comes from. Of several places the first one that has
 * a value counts: a flag, then the environment, then the file, then the default. Immutable.
 */
public final class Settings {

  /** The variable of the environment that names the file. */
  public static final String FILE_VARIABLE = "DOCIMO_CONFIG";

  /** What is shown in place of a secret. */
  static final String HIDDEN = "***";

  /** Where a value can come from, the strongest last. */
  public enum Source {
    DEFAULT,
    FILE,
    ENVIRONMENT,
    FLAG
  }

  /**
   * A value in force.
   *
   * @param text as {@link SettingType} takes it
   * @param source which kind of place it comes from
   * @param place the place by its name: the file, the variable or the flag
   */
  public record Value(String text, Source source, String place) {

    /** Without what it is. */
    @Override
    public String toString() {
      return place;
    }
  }

  /**
   * A value on the command line.
   *
   * @param flag the flag, such as {@code --port}
   * @param name dotted name of the setting
   * @param value what it is set to; null when it was left out
   */
  public record Flag(String flag, String name, @Nullable String value) {}

  private final Map<Setting, Value> values;

  Settings(Map<Setting, Value> values) {
    this.values = new EnumMap<>(values);
  }

  /**
   * Reads settings.
   *
   * @param file properties in UTF-8; null when the environment may name one
   * @param environment variables; those that begin with DOCIMO_ are ours, empty ones count as unset
   * @param flags what the command line says
   * @throws SettingsException when a name is unknown or a value wrong; names all of them
   */
  public static Settings read(
      @Nullable Path file, Map<String, String> environment, List<Flag> flags) {
    return new SettingsReader(file, environment, flags).settings();
  }

  /** The value of a setting, with its place. */
  public Value value(Setting setting) {
    return Objects.requireNonNull(values.get(setting), "every setting has a value");
  }

  /** What of a value may be shown. */
  public String shown(Setting setting) {
    return setting.shown(text(setting));
  }

  /** A text, perhaps empty. */
  public String text(Setting setting) {
    return value(setting).text();
  }

  /** A text where there is one. */
  public Optional<String> optional(Setting setting) {
    return Optional.of(text(setting)).filter(text -> !text.isEmpty());
  }

  /** A file or folder where one is named. */
  public Optional<Path> path(Setting setting) {
    return optional(setting).map(Path::of);
  }

  /** A whole number. */
  public int whole(Setting setting) {
    return Integer.parseInt(text(setting));
  }

  /** A length of time. */
  public Duration time(Setting setting) {
    return SettingType.duration(text(setting));
  }

  /** Whether a switch is on. */
  public boolean isOn(Setting setting) {
    return text(setting).equals("on");
  }

  /** The constant that a word stands for: {@code x-forwarded} for {@code X_FORWARDED}. */
  public <E extends Enum<E>> E choice(Setting setting, Class<E> type) {
    return Enum.valueOf(type, text(setting).toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The items of a list. */
  public List<String> list(Setting setting) {
    return SettingType.items(text(setting));
  }
}
