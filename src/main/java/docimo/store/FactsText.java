package docimo.store;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Facts of an event as a text: a line for each, name and value with a tab between. Pure functions.
 */
final class FactsText {

  private FactsText() {}

  static String write(SortedMap<String, String> facts) {
    StringBuilder text = new StringBuilder();
    facts.forEach(
        (name, value) -> text.append(escape(name)).append('\t').append(escape(value)).append('\n'));
    return text.toString();
  }

  static SortedMap<String, String> read(String text) {
    SortedMap<String, String> facts = new TreeMap<>();
    for (String line : text.split("\n")) {
      int tab = line.indexOf('\t');
      if (tab >= 0) {
        facts.put(unescape(line.substring(0, tab)), unescape(line.substring(tab + 1)));
      }
    }
    return facts;
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        char escaped = text.charAt(i);
        plain.append(escaped == 't' ? '\t' : escaped == 'n' ? '\n' : escaped);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
