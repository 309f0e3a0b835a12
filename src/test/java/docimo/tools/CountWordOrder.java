package docimo.tools;

import com.fasterxml.jackson.databind.ObjectMapper;
import docimo.app.Application;
import docimo.app.Banks;
import docimo.app.Models;
import docimo.question.Question;
import docimo.text.Sentence;
import docimo.text.TextAnalyzer;
import docimo.text.Token;
import docimo.text.WordOrder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts which classes of words stand side by side in our own prose, and writes the table that
 * {@link WordOrder} reads: prompts and references of the default bank and the answers of
 * fixtures/answers/tuning.jsonl, spoken and bulleted ones among them. Run from the top of the
 * project.
 */
public final class CountWordOrder {

  private CountWordOrder() {}

  /**
   * @param args the table to write
   */
  public static void main(String[] args) throws IOException {
    TextAnalyzer analyzer = Application.textAnalyzer(new Models());
    Map<String, Integer> pairs = new TreeMap<>();
    for (String text : texts()) {
      for (Sentence sentence : analyzer.analyze(text).sentences()) {
        String before = "#";
        for (Token token : sentence.tokens()) {
          before = count(pairs, before, WordOrder.classOf(token));
        }
        count(pairs, before, "#");
      }
    }
    try (PrintWriter out = new PrintWriter(args[0], StandardCharsets.UTF_8)) {
      pairs.forEach((pair, times) -> out.print(pair + "\t" + times + "\n"));
    }
  }

  private static String count(Map<String, Integer> pairs, String left, String right) {
    pairs.merge(left + "\t" + right, 1, Integer::sum);
    return right;
  }

  private static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    for (Question question : Banks.bundled().questions()) {
      texts.add(question.prompt());
      texts.addAll(question.references());
    }
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(Path.of("fixtures", "answers", "tuning.jsonl"))) {
      texts.add(json.readTree(line).get("answer").asText());
    }
    return texts;
  }
}
