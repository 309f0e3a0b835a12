package docimo.exchange;

import docimo.exchange.page.AnswerLabel;
import docimo.exchange.page.Block;
import docimo.exchange.page.MarkdownBlocks;
import docimo.exchange.page.ReferenceText;
import docimo.question.KeyPoint;
import docimo.question.Question;
import docimo.question.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes questions as a Markdown bank that reads back as the same questions. Prompts, labels and
 * phrasings are written on one line. One bank each.
 */
final class MarkdownBankWriter {

  private static final Pattern ALL_MARKS = Pattern.compile("[!-/:-@\\[-`{-~]");
  private static final Pattern LIKELY_MARKS =
      Pattern.compile(
          "[\\\\`~\\[|]|<(?=[A-Za-z/!?])|&(?=[#A-Za-z])|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])|\\*(?! )|(?<! )\\*"
              + "|^[-+=>#]|#$|(?<=^\\d{1,9})[.)]");
  private static final Pattern ENDS_LIKE_WEIGHT =
      Pattern.compile(".*\\(weight [^()]*\\)", Pattern.DOTALL);

  private final StringBuilder out = new StringBuilder();

  private MarkdownBankWriter() {}

  static String write(List<Question> questions) {
    MarkdownBankWriter writer = new MarkdownBankWriter();
    String topic = null;
    for (Question question : questions) {
      if (!Objects.equals(topic, question.topic())) {
        writer.paragraph(("# " + text(Objects.requireNonNullElse(question.topic(), ""))).strip());
      }
      topic = question.topic();
      writer.write(question);
    }
    return writer.out.toString();
  }

  private void write(Question question) {
    paragraph(("## " + text(question.prompt())).strip());
    paragraph("<!-- id: " + escapeComment(question.id()) + " -->");
    writeReferences(question.references());
    if (question.keyPoints().isEmpty()) {
      writeRuleAlone(question.rule());
    } else {
      writePoints(question);
    }
  }

  private void writeReferences(List<String> references) {
    for (int at = 0; at < references.size(); at++) {
      if (at > 0) {
        paragraph("### Another reference answer");
      }
      paragraph(reference(references.get(at)));
    }
  }

  /** Text that Markdown would read as something else is fenced, letter by letter. */
  private static String reference(String text) {
    boolean survives = ReferenceText.plain(text).equals(text) && startsUnlabelled(text);
    return survives
        ? text
        : ReferenceText.fenced(text).replaceFirst("`\\n", "`" + MarkdownBank.VERBATIM + "\n");
  }

  private static boolean startsUnlabelled(String text) {
    List<Block> blocks = MarkdownBlocks.of(text);
    return !blocks.isEmpty()
        && AnswerLabel.strip(blocks.get(0)).text().equals(blocks.get(0).text());
  }

  private void writeRuleAlone(Rule rule) {
    if (rule.choices().size() == 1 && rule.choices().get(0).group() == null) {
      paragraph("### Key points: " + rule);
    } else if (!rule.choices().isEmpty()) {
      writeRule(rule);
    }
  }

  private void writePoints(Question question) {
    Rule rule = question.rule();
    Set<Rule.AnyOf> told = new LinkedHashSet<>();
    String group = null;
    boolean first = true;
    StringBuilder section = new StringBuilder();
    for (KeyPoint point : question.keyPoints()) {
      if (first || !Objects.equals(group, point.group())) {
        flush(section);
        paragraph(heading(rule, point.group(), told));
      }
      first = false;
      group = point.group();
      writePoint(section, point);
    }
    flush(section);
    if (!List.copyOf(told).equals(rule.choices())) {
      writeRule(rule);
    }
  }

  private void flush(StringBuilder section) {
    if (!section.isEmpty()) {
      paragraph(section.toString().stripTrailing());
      section.setLength(0);
    }
  }

  private void writeRule(Rule rule) {
    paragraph("<!-- rule: " + escapeComment(rule.toString()) + " -->");
  }

  private static String heading(Rule rule, @Nullable String group, Set<Rule.AnyOf> told) {
    for (Rule.AnyOf choice : rule.choices()) {
      if (Objects.equals(choice.group(), group)) {
        told.add(choice);
        return "### Key points: any "
            + choice.count()
            + (group == null ? "" : " of " + text(group));
      }
    }
    return group == null ? "### Key points" : "### Key points: all of " + text(group);
  }

  private static void writePoint(StringBuilder section, KeyPoint point) {
    boolean plain = point.weight() == 1 && !ENDS_LIKE_WEIGHT.matcher(point.label()).matches();
    section.append("- ").append(text(point.label()));
    section.append(plain ? "" : " *(weight " + number(point.weight()) + ")*").append('\n');
    for (String phrasing : point.phrasings()) {
      section.append("  - ").append(text(phrasing)).append('\n');
    }
  }

  private static String number(double weight) {
    String text = Double.toString(weight);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private void paragraph(String text) {
    out.append(out.isEmpty() ? "" : "\n").append(text).append('\n');
  }

  /** One line of text with as few escapes as it takes to be read as itself. */
  private static String text(String plain) {
    String line = ReferenceText.oneLine(plain);
    String lightly = LIKELY_MARKS.matcher(line).replaceAll("\\\\$0");
    return readsAs(lightly, line) ? lightly : ALL_MARKS.matcher(line).replaceAll("\\\\$0");
  }

  private static boolean readsAs(String written, String meant) {
    return meant.isEmpty() || (isOnly("## " + written, meant) && isOnly("- " + written, meant));
  }

  private static boolean isOnly(String markdown, String meant) {
    List<Block> blocks = MarkdownBlocks.of(markdown);
    return blocks.size() == 1 && ReferenceText.oneLine(blocks.get(0).plain()).equals(meant);
  }

  private static String escapeComment(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\n", "&#10;");
  }

  static String unescapeComment(String value) {
    return value
        .replace("&#10;", "\n")
        .replace("&gt;", ">")
        .replace("&lt;", "<")
        .replace("&amp;", "&");
  }
}
