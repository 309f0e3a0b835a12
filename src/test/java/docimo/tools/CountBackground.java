package docimo.tools;

import docimo.app.Application;
import docimo.app.Models;
import docimo.text.TextAnalyzer;
import docimo.text.Token;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts in how many documents each term occurs and writes the table that ships as {@code
 * models/background-frequencies.tsv}; models/README.md says from what.
 */
public final class CountBackground {

  private static final int FEWEST = 3;
  private static final int LONGEST = 30;

  private CountBackground() {}

  /**
   * @param args the table to write, then text files with one document a line
   */
  public static void main(String[] args) throws IOException {
    TextAnalyzer analyzer = Application.textAnalyzer(new Models());
    ConcurrentHashMap<String, Integer> frequencies = new ConcurrentHashMap<>();
    int documents = 0;
    for (String file : List.of(args).subList(1, args.length)) {
      List<String> lines = Files.readAllLines(Path.of(file));
      documents += lines.size();
      lines.parallelStream()
          .flatMap(line -> terms(analyzer, line).stream())
          .forEach(term -> frequencies.merge(term, 1, Integer::sum));
    }
    write(Path.of(args[0]), documents, new TreeMap<>(frequencies));
  }

  private static Set<String> terms(TextAnalyzer analyzer, String document) {
    Set<String> terms = new HashSet<>();
    analyzer
        .analyze(document)
        .tokens()
        .filter(Token::isContent)
        .forEach(token -> terms.addAll(token.terms()));
    return terms;
  }

  private static void write(Path table, int documents, SortedMap<String, Integer> frequencies)
      throws IOException {
    try (PrintWriter out = new PrintWriter(table.toFile(), StandardCharsets.UTF_8)) {
      out.print("#documents\t" + documents + "\n");
      frequencies.forEach(
          (term, frequency) -> {
            if (frequency >= FEWEST && term.length() <= LONGEST) {
              out.print(term + "\t" + frequency + "\n");
            }
          });
    }
  }
}
