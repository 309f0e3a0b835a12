package docimo.cli;

import docimo.app.Setting;
import docimo.app.Settings;
import docimo.app.Settings.Value;
import docimo.exchange.Json;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the settings in force, as a file that {@code --config} takes. */
@Command(
    name = "config",
    description = {
      "Prints the settings that 'docimo serve' would have with the same options, the same",
      "environment and the same file, with where each comes from. What it prints is a file",
      "for --config; secrets are shown as *** on a line that does not count."
    })
final class ConfigCommand extends ConsoleCommand {

  @Mixin private SettingOptions options = new SettingOptions();

  @Option(names = "--json", description = "Print JSON, one object a line.")
  private boolean json;

  ConfigCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    Settings settings = settings(options::read);
    for (Setting setting : Setting.values()) {
      console
          .out()
          .print(json ? Json.write(line(settings, setting)) + "\n" : text(settings, setting));
    }
    return DONE;
  }

  private static Map<String, @Nullable Object> line(Settings settings, Setting setting) {
    Value value = settings.value(setting);
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("name", setting.dotted());
    line.put("value", settings.shown(setting));
    line.put("source", value.source().name().toLowerCase(Locale.ROOT));
    line.put("from", value.source() == Settings.Source.DEFAULT ? null : value.place());
    line.put("default", setting.usual());
    line.put("values", setting.type().values());
    line.put("variable", setting.variable());
    line.put("secret", setting.isSecret());
    line.put("meaning", setting.meaning());
    return line;
  }

  /** A comment and the line itself, which is a comment too when not all of it may be shown. */
  private static String text(Settings settings, Setting setting) {
    String shown = settings.shown(setting);
    return "# "
        + setting.meaning()
        + " "
        + sentence(setting.type().values())
        + " From: "
        + comment(settings.value(setting).place())
        + ".\n"
        + (shown.equals(settings.text(setting)) ? "" : "# ")
        + setting.dotted()
        + " ="
        + (shown.isEmpty() ? "" : " " + escaped(shown))
        + "\n";
  }

  private static String sentence(String values) {
    return values.substring(0, 1).toUpperCase(Locale.ROOT) + values.substring(1) + ".";
  }

  /** On one line, whatever a file is called. */
  private static String comment(String place) {
    return place.replaceAll("\\p{Cntrl}", "\uFFFD");
  }

  /** As properties want a value to be written. */
  private static String escaped(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t")
        .replace("\f", "\\f");
  }
}
