package docimo.app;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The file of settings: Java properties in UTF-8.
 *
 * @param lines names and values as they were written
 * @param problems what is wrong with the file itself
 */
record SettingsFile(Map<String, String> lines, List<String> problems) {

  /** Some editors begin UTF-8 with it; it is no part of a name. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final long MOST_BYTES = 1 << 20;

  /**
   * Reads a file.
   *
   * @param from where its name comes from
   */
  static SettingsFile read(Path file, String from) {
    String named = file + " (from " + from + ")";
    try {
      if (Files.size(file) > MOST_BYTES) {
        return failed(named + " is larger than 1 MiB; that is no file of settings");
      }
      byte[] bytes = Files.readAllBytes(file);
      return parsed(
          file, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return failed(named + " is not UTF-8 text; save it as UTF-8");
    } catch (NoSuchFileException e) {
      return failed("there is no file " + named + "; check the path");
    } catch (IOException e) {
      return failed("cannot read " + named + "; check that it is a file that you may read");
    }
  }

  private static SettingsFile parsed(Path file, String text) throws IOException {
    List<String> problems = new ArrayList<>();
    Properties properties = new Once(file, problems);
    try {
      properties.load(
          new StringReader(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text));
    } catch (IllegalArgumentException e) {
      problems.add(
          file
              + " is no properties file: after \\u come four hexadecimal digits; write \\\\ for \\");
    }
    Map<String, String> lines = new TreeMap<>();
    properties.stringPropertyNames().forEach(k -> lines.put(k, properties.getProperty(k)));
    return new SettingsFile(lines, problems);
  }

  private static SettingsFile failed(String problem) {
    return new SettingsFile(Map.of(), List.of(problem));
  }

  /** Properties that notice a name that stands there twice: of which only the last would count. */
  private static final class Once extends Properties {

    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final transient List<String> problems;

    private Once(Path file, List<String> problems) {
      this.file = file;
      this.problems = problems;
    }

    @Override
    public synchronized Object put(Object name, Object value) {
      Object before = super.put(name, value);
      if (before != null) {
        problems.add(name + " is set twice in " + file + "; leave one of the lines out");
      }
      return before;
    }
  }
}
