package docimo.app;

import docimo.app.Settings.Flag;
import docimo.app.Settings.Source;
import docimo.app.Settings.Value;
import docimo.similarity.NearName;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads settings from all their places, the weakest first, and collects all that is wrong. */
final class SettingsReader {

  /** Longer names are not repeated: they could be anything. */
  private static final int LONGEST_REPEATED = 100;

  private final Map<Setting, Value> values = new EnumMap<>(Setting.class);
  private final List<String> problems = new ArrayList<>();
  private final @Nullable Path file;
  private final String fileFrom;
  private final Map<String, String> environment;
  private final List<Flag> flags;

  SettingsReader(@Nullable Path file, Map<String, String> environment, List<Flag> flags) {
    this.environment = new TreeMap<>(environment);
    this.environment.values().removeIf(String::isEmpty);
    this.flags = flags;
    this.file = file == null ? namedFile() : file;
    this.fileFrom = file == null ? Settings.FILE_VARIABLE : "--config";
  }

  Settings settings() {
    for (Setting setting : Setting.values()) {
      values.put(setting, new Value(setting.usual(), Source.DEFAULT, "default"));
    }
    readFile();
    readEnvironment();
    readFlags();
    requireKeyStore();
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return new Settings(values);
  }

  private @Nullable Path namedFile() {
    String name = environment.get(Settings.FILE_VARIABLE);
    try {
      return name == null ? null : Path.of(name);
    } catch (InvalidPathException e) {
      problems.add(Settings.FILE_VARIABLE + " is no path; give the path of a file");
      return null;
    }
  }

  private void readFile() {
    if (file == null) {
      return;
    }
    SettingsFile read = SettingsFile.read(file, fileFrom);
    problems.addAll(read.problems());
    read.lines()
        .forEach(
            (name, value) ->
                Setting.named(name)
                    .ifPresentOrElse(
                        setting -> put(setting, value, Source.FILE, file.toString()),
                        () -> unknown(name, "in " + file, Setting.allNames())));
  }

  private void readEnvironment() {
    environment.forEach(
        (name, value) -> {
          if (Setting.isOurs(name) && !name.equals(Settings.FILE_VARIABLE)) {
            Setting.ofVariable(name)
                .ifPresentOrElse(
                    setting -> put(setting, value, Source.ENVIRONMENT, name),
                    () -> unknown(name, "in the environment", Setting.allVariables()));
          }
        });
  }

  private void readFlags() {
    for (Flag flag : flags) {
      Setting.named(flag.name())
          .ifPresentOrElse(
              setting -> putOnce(setting, flag),
              () -> unknown(flag.name(), "after " + flag.flag(), Setting.allNames()));
    }
  }

  /** A password alone would mean plain HTTP where somebody meant TLS. */
  private void requireKeyStore() {
    Value password = values.get(Setting.TLS_KEY_STORE_PASSWORD);
    Value store = values.get(Setting.TLS_KEY_STORE);
    if (password != null && store != null && !password.text().isEmpty() && store.text().isEmpty()) {
      problems.add(
          Setting.TLS_KEY_STORE_PASSWORD.dotted()
              + " is set (from "
              + password.place()
              + "), but "
              + Setting.TLS_KEY_STORE.dotted()
              + " is not; name the file, or leave the password out");
    }
  }

  private void putOnce(Setting setting, Flag flag) {
    Value before = values.get(setting);
    if (before != null && before.source() == Source.FLAG) {
      problems.add(
          setting.dotted()
              + " is set twice, by "
              + before.place()
              + " and by "
              + flag.flag()
              + "; leave one of them out");
    }
    String value = flag.value();
    if (value == null) {
      problems.add(
          setting.dotted()
              + " has no value after "
              + flag.flag()
              + "; write "
              + flag.flag()
              + " "
              + setting.dotted()
              + "=VALUE");
    } else {
      put(setting, value, Source.FLAG, flag.flag());
    }
  }

  /** A password may begin or end with a space; of all else the space around it is no part. */
  private void put(Setting setting, String written, Source source, String place) {
    String text = setting.isSecret() ? written : written.strip();
    String from = " (from " + place + ")";
    if (setting.isSecret() && text.equals(Settings.HIDDEN)) {
      problems.add(
          setting.dotted()
              + " is what 'docimo config' shows in place of a secret"
              + from
              + "; give the secret itself, or leave the line out");
    } else if (!setting.type().takes().test(text)) {
      problems.add(
          setting.dotted()
              + " must be "
              + setting.type().values()
              + not(setting, text)
              + from
              + "; "
              + remedy(setting));
    }
    values.put(setting, new Value(text, source, place));
  }

  private static String not(Setting setting, String text) {
    if (setting.isSecret()) {
      return "";
    }
    return ", not " + (text.isEmpty() ? "empty" : repeated(setting.shown(text)));
  }

  private static String remedy(Setting setting) {
    return setting.usual().isEmpty()
        ? "change it or leave it out"
        : "change it, or leave it out for " + setting.usual();
  }

  private void unknown(String name, String where, List<String> names) {
    String meant =
        NearName.of(name, names)
            .map(near -> "did you mean " + near + "?")
            .orElse("'docimo config' lists those there are");
    problems.add("there is no setting " + repeated(name) + " (" + where + "); " + meant);
  }

  private static String repeated(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "\uFFFD");
    return plain.length() <= LONGEST_REPEATED
        ? plain
        : plain.substring(0, LONGEST_REPEATED) + "\u2026";
  }
}
