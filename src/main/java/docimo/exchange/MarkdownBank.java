package docimo.exchange;

import docimo.exchange.page.AnswerLabel;
import docimo.exchange.page.Block;
import docimo.exchange.page.MarkdownBlocks;
import docimo.exchange.page.QuestionPage;
import docimo.exchange.page.ReferenceText;
import docimo.exchange.page.Section;
import docimo.exchange.page.SourceLines;
import docimo.question.KeyPoint;
import docimo.question.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Markdown: banks in docimo's own format, and pages of questions as people publish them. Used
 * for one question at a time.
 */
final class MarkdownBank {

  /** The info string of a fence that holds a reference letter by letter. */
  static final String VERBATIM = "verbatim";

  private static final int RESERVED_LEVEL = 3;
  private static final Pattern REFERENCE = Pattern.compile("(?i)(?:another )?reference answer");
  private static final Pattern POINTS =
      Pattern.compile(
          "(?i:key points)(?:\\s*:\\s*(?:(?i:any)\\s+(\\d{1,3})|(?i:all))?(?:\\s*(?i:of)\\s+(\\S.*))?)?");
  private static final Pattern DIRECTIVE =
      Pattern.compile("(id|rule)\\s*:\\s*(.*)", Pattern.DOTALL);
  private static final Pattern WEIGHT =
      Pattern.compile("(.*?)\\s*\\(weight ([^()]{1,30})\\)", Pattern.DOTALL);

  private final String source;
  private final Section section;
  private final List<List<Block>> answers = new ArrayList<>();
  private final List<KeyPoint> points = new ArrayList<>();
  private final List<Rule.AnyOf> choices = new ArrayList<>();
  private final Set<Block.Removed> removed = EnumSet.noneOf(Block.Removed.class);
  private @Nullable String id;
  private @Nullable Rule rule;
  private @Nullable String group;
  private boolean readingPoints;
  private int ruleLine;

  private MarkdownBank(String source, Section section) {
    this.source = source;
    this.section = section;
    this.ruleLine = section.line();
    answers.add(new ArrayList<>());
  }

  /** The questions of a text; findings about the text as a whole are added to the list. */
  static List<QuestionDraft> read(String source, String text, List<Finding> findings) {
    SourceLines lines = SourceLines.of(withoutFrontMatter(ReferenceText.clean(text)), 1);
    noteUnclosed(source, lines, findings);
    List<Block> blocks = MarkdownBlocks.of(lines);
    boolean bank = isBank(blocks);
    List<Section> sections = bank ? QuestionPage.ofBank(blocks) : QuestionPage.published(blocks);
    List<QuestionDraft> drafts = new ArrayList<>();
    for (Section section : sections) {
      MarkdownBank reader = new MarkdownBank(source, section);
      drafts.add(bank ? reader.readBank() : reader.readPublished());
    }
    return drafts;
  }

  /** Blank lines in its place keep the line numbers right. */
  private static String withoutFrontMatter(String text) {
    if (!text.startsWith("---\n")) {
      return text;
    }
    int breaks = 1;
    for (int start = 4; start < text.length(); breaks++) {
      int end = text.indexOf('\n', start);
      String line = text.substring(start, end < 0 ? text.length() : end).strip();
      if (line.equals("---") || line.equals("...")) {
        return "\n".repeat(breaks) + text.substring(end < 0 ? text.length() : end);
      }
      start = end < 0 ? text.length() : end + 1;
    }
    return text;
  }

  private static void noteUnclosed(String source, SourceLines lines, List<Finding> findings) {
    if (lines.unclosedFence() > 0) {
      findings.add(
          unclosed(
              "unclosed-code",
              source,
              lines.unclosedFence(),
              "code",
              "Close it with the same marks on a line of their own."));
    }
    if (lines.unclosedComment() > 0) {
      findings.add(
          unclosed(
              "unclosed-comment",
              source,
              lines.unclosedComment(),
              "a comment",
              "Close it with -->."));
    }
  }

  private static Finding unclosed(
      String code, String source, int line, String what, String remedy) {
    String message =
        "Here begins " + what + " that never ends; nothing below was read as a question.";
    return new Finding(Finding.Severity.WARNING, code, null, source, line, message, remedy);
  }

  private static boolean isBank(List<Block> blocks) {
    boolean inQuestion = false;
    for (Block block : blocks) {
      inQuestion |= block.level() == 2;
      boolean named = block.is(Block.Kind.COMMENT) && block.plain().startsWith("id");
      if (inQuestion && (named || isReserved(block))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isReserved(Block block) {
    return block.level() == RESERVED_LEVEL
        && (REFERENCE.matcher(block.plain()).matches() || POINTS.matcher(block.plain()).matches());
  }

  private QuestionDraft readPublished() {
    answers.get(0).addAll(section.body().stream().filter(b -> !b.is(Block.Kind.COMMENT)).toList());
    return draft();
  }

  private QuestionDraft readBank() {
    for (Block block : section.body()) {
      if (block.is(Block.Kind.COMMENT)) {
        readDirective(block);
      } else if (isReserved(block)) {
        readReserved(block);
      } else if (readingPoints) {
        readPoint(block);
      } else {
        List<Block> answer = answers.get(answers.size() - 1);
        answer.add(answer.isEmpty() ? AnswerLabel.strip(block) : block);
      }
    }
    return draft();
  }

  private void readDirective(Block block) {
    Matcher directive = DIRECTIVE.matcher(block.plain());
    if (!directive.matches()) {
      return;
    }
    String value = MarkdownBankWriter.unescapeComment(directive.group(2).strip());
    if (directive.group(1).equals("id")) {
      if (value.isBlank() || id != null) {
        throw new BankFormatException(
            source,
            block.line(),
            id == null
                ? "an id is empty"
                : "a question has two ids, '" + id + "' and '" + value + "'",
            "write one id, such as <!-- id: dropout -->");
      }
      id = value;
    } else {
      rule = parseRule(value, block.line());
    }
  }

  private Rule parseRule(String value, int line) {
    ruleLine = line;
    try {
      return Rule.parse(value);
    } catch (IllegalArgumentException e) {
      throw new BankFormatException(
          source, line, String.valueOf(e.getMessage()), "mend the rule or remove it");
    }
  }

  private void readReserved(Block block) {
    String title = ReferenceText.oneLine(block.plain());
    Matcher heading = POINTS.matcher(title);
    readingPoints = heading.matches();
    if (!readingPoints) {
      answers.add(new ArrayList<>());
      return;
    }
    group = heading.group(2);
    if (heading.group(1) != null) {
      ruleLine = block.line();
      addChoice(Integer.parseInt(heading.group(1)), block.line());
    }
  }

  private void addChoice(int count, int line) {
    if (count == 0) {
      throw new BankFormatException(
          source, line, "'any 0' asks for nothing", "ask for at least 1 or remove the rule");
    }
    Rule.AnyOf choice = new Rule.AnyOf(count, group);
    if (!choices.contains(choice)) {
      choices.add(choice);
    }
  }

  private void readPoint(Block block) {
    String words = ReferenceText.oneLine(block.plain());
    if (block.is(Block.Kind.ITEM) && block.depth() == 0) {
      points.add(point(words, block.line()));
    } else if (block.is(Block.Kind.ITEM) && block.depth() == 1 && !points.isEmpty()) {
      addPhrasing(words);
    } else if (!block.is(Block.Kind.RULER)) {
      throw new BankFormatException(
          source,
          block.line(),
          "only list items can stand below 'Key points'",
          "begin each point with '- ' and each other phrasing, indented below it, with '- '");
    }
  }

  private KeyPoint point(String words, int line) {
    Matcher weighted = WEIGHT.matcher(words);
    if (!weighted.matches()) {
      return new KeyPoint(words, List.of(), 1, group);
    }
    try {
      double weight = Double.parseDouble(weighted.group(2).strip());
      return new KeyPoint(weighted.group(1), List.of(), weight, group);
    } catch (IllegalArgumentException e) {
      throw new BankFormatException(
          source,
          line,
          "'" + weighted.group(2) + "' is no weight of a key point",
          "write a number from 0.001 to 1000 after the point's words, such as *(weight 2)*");
    }
  }

  private void addPhrasing(String words) {
    KeyPoint last = points.remove(points.size() - 1);
    List<String> phrasings = new ArrayList<>(last.phrasings());
    phrasings.add(words);
    points.add(new KeyPoint(last.label(), phrasings, last.weight(), last.group()));
  }

  private QuestionDraft draft() {
    List<String> references = new ArrayList<>();
    for (List<Block> answer : answers) {
      String text = referenceOf(answer);
      answer.forEach(block -> removed.addAll(block.removed()));
      if (!text.isEmpty()) {
        references.add(text);
      }
    }
    return new QuestionDraft(
        id,
        section.prompt(),
        references,
        points,
        rule == null ? ruleOfHeadings() : rule,
        section.topic(),
        removed,
        source,
        section.line(),
        ruleLine,
        List.of());
  }

  private static String referenceOf(List<Block> answer) {
    if (answer.size() == 1
        && answer.get(0).is(Block.Kind.CODE)
        && answer.get(0).marker().equals(VERBATIM)) {
      return answer.get(0).text();
    }
    return ReferenceText.plain(ReferenceText.of(answer));
  }

  private Rule ruleOfHeadings() {
    try {
      return new Rule(choices);
    } catch (IllegalArgumentException e) {
      throw new BankFormatException(
          source, ruleLine, String.valueOf(e.getMessage()), "keep one of the rules");
    }
  }
}
