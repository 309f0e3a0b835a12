package docimo.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the questions of a page and what stands below each. How a page marks its questions (a level
 * of headings, lines in bold, summaries, a list ...) is judged by where most of what reads like a
 * question is. One page, one thread.
 */
final class QuestionPage {

  /**
   * A question and the blocks of its answer.
   *
   * @param listed whether it stood in a list that links to answers on the same page
   */
  record Section(
      String prompt, @Nullable String topic, List<Block> body, int line, boolean listed) {}

  private static final int LEVELS = 6;
  private static final int SUMMARY = 7;
  private static final int LINE = 8;
  private static final int ITEM = 9;
  private static final int TABLE = 10;
  private static final int BANK_LEVEL = 2;

  private static final int LONGEST_TITLE = 120;

  /** Fewer numbered headings that ask nothing are steps of an answer. */
  private static final int MANY = 3;

  private static final Pattern BOILERPLATE =
      Pattern.compile(
          "(?i)(?:table of contents?|contents?|toc|index|references?|further reading|resources?"
              + "|licen[sc]e|contribut(?:ing|ions?|ors?)|credits?|acknowledge?ments?|introduction|overview|about.*"
              + "|summary|conclusion|disclaimer|notes?|prerequisites|how to (?:use|contribute).*|feedback"
              + "|support|sponsors?|footer|changelog|installation|usage|getting started|authors?|links)\\W*");
  private static final Pattern GENERIC =
      Pattern.compile(
          "(?i)\\W*(?:all |the |list of |interview |top |common )*(?:questions?|answers?|q ?(?:&|and) ?a)"
              + "(?:\\s*(?:&|and|with|/)\\s*(?:their )?answers?)?\\W*");
  private static final Pattern QUESTION_COLUMN =
      Pattern.compile("(?i)(?:interview )?(?:questions?|prompts?|q)\\W*");
  private static final Pattern ANSWER_COLUMN =
      Pattern.compile(
          "(?i)(?:(?:reference|model|sample|short|expected) )?(?:answers?|a|solutions?)\\W*");
  private static final Pattern QUESTION_LABEL =
      Pattern.compile("(?i)q(?:uestion)?\\s*\\d{0,4}\\s*[:.)–-].*", Pattern.DOTALL);
  private static final Pattern ANSWER_LABEL =
      Pattern.compile(
          "(?i)(?:(?:model |sample |short )?(?:answer|ans|solution|sol)\\s*\\d{0,4}\\s*(?:[:.)]+\\s*[-–]?|[-–]+|$)"
              + "|a\\d{1,4}\\s*[:.)-]+|a\\s*:)\\s*+");
  private static final Pattern ANSWER_SUMMARY =
      Pattern.compile(
          "(?i)\\W*(?:.{0,25}\\b(?:answer|solution)s?\\b.{0,15}|click.{0,30}|expand|show|details)\\W*");
  private static final Pattern BACK_TO_TOP =
      Pattern.compile(
          "(?i)[^\\p{L}\\p{N}]*(?:(?:go )?back to (?:the )?(?:top|toc|contents|index|table of contents|questions).{0,20}|↥.*|⬆.*|🔝.*)");

  private final List<Block> blocks;
  private final List<Section> sections = new ArrayList<>();
  private final @Nullable String[] topics = new @Nullable String[LEVELS + 1];
  private final boolean bank;
  private final int style;
  private final boolean numbered;

  private @Nullable Section current;
  private int currentLevel;
  private int currentDepth;

  private QuestionPage(List<Block> blocks, boolean bank) {
    this.blocks = blocks;
    this.bank = bank;
    this.style = bank ? BANK_LEVEL : style(blocks);
    this.numbered = !bank && mostAreNumbered(blocks, style);
  }

  /** The questions of a page as somebody published it. */
  static List<Section> published(List<Block> blocks) {
    return merged(new QuestionPage(splitLabels(blocks), false).read());
  }

  /** The questions of a bank in docimo's own format: every second-level heading. */
  static List<Section> ofBank(List<Block> blocks) {
    return new QuestionPage(blocks, true).read();
  }

  private List<Section> read() {
    for (int at = 0; at < blocks.size(); at++) {
      read(at);
    }
    if (style == ITEM) {
      dropClosingWords();
    }
    return sections;
  }

  private void read(int at) {
    Block block = blocks.get(at);
    switch (block.kind()) {
      case HEADING -> readHeading(at, block);
      case SUMMARY -> readSummary(block);
      case DETAILS_END -> {
        if (style == SUMMARY) {
          current = null;
        }
      }
      case PARAGRAPH -> readParagraph(block);
      case ITEM -> readItem(block);
      case ROW -> readRow(block);
      case CODE, COMMENT -> add(block);
      case RULER -> {}
    }
  }

  private void readHeading(int at, Block block) {
    if (bank ? block.level() == BANK_LEVEL : isQuestion(at, block)) {
      clearTopics(block.level() + 1);
      String prompt =
          bank ? ReferenceText.oneLine(block.plain()) : PromptText.of(block.plain()).text();
      open(prompt, block, block.level(), block.depth());
    } else if (current != null && block.level() > currentLevel && style <= LEVELS) {
      add(block);
    } else if (!bank && current != null && ANSWER_LABEL.matcher(block.plain()).matches()) {
      add(block);
    } else {
      current = null;
      clearTopics(block.level());
      boolean topic = bank || !isBoilerplate(block.plain()) || isGeneric(block.plain());
      String name =
          bank ? ReferenceText.oneLine(block.plain()) : PromptText.of(block.plain()).text();
      topics[block.level()] = topic && !name.isBlank() ? name : null;
    }
  }

  private boolean isQuestion(int at, Block block) {
    PromptText prompt = PromptText.of(block.plain());
    if (style > LEVELS || prompt.text().isEmpty()) {
      return false;
    }
    if (block.level() > style) {
      return current == null && prompt.evidence() >= 3;
    }
    if (block.level() < style) {
      return block.level() > 1 && prompt.evidence() >= 3 && hasAnswer(at);
    }
    boolean marked = prompt.numbered() || !block.marker().isEmpty();
    if (numbered) {
      return marked || prompt.evidence() >= 3;
    }
    boolean likely = marked || prompt.evidence() > 0;
    return likely || (!isBoilerplate(prompt.text()) && hasAnswer(at));
  }

  private static boolean isBoilerplate(String text) {
    return isGeneric(text)
        || (text.length() < LONGEST_TITLE && BOILERPLATE.matcher(text).matches());
  }

  private static boolean isGeneric(String text) {
    return text.length() < LONGEST_TITLE && GENERIC.matcher(text).matches();
  }

  private boolean hasAnswer(int at) {
    for (int next = at + 1; next < blocks.size(); next++) {
      Block block = blocks.get(next);
      if (block.is(Block.Kind.HEADING)) {
        return false;
      }
      boolean words = !block.is(Block.Kind.RULER) && !block.is(Block.Kind.COMMENT);
      if (words && block.href() == null) {
        return true;
      }
    }
    return false;
  }

  private void readSummary(Block block) {
    if (style == SUMMARY && !ANSWER_SUMMARY.matcher(block.plain()).matches()) {
      open(PromptText.of(block.plain()).text(), block, LEVELS + 1, block.depth());
    } else if (!ANSWER_SUMMARY.matcher(block.plain()).matches()) {
      add(block);
    }
  }

  private void readParagraph(Block block) {
    if (style != LINE || !isQuestionLine(block)) {
      add(block);
      return;
    }
    String words = block.isBoldLine() || block.lead().isEmpty() ? block.plain() : block.lead();
    int lineEnd = words.indexOf('\n');
    boolean wrapped = lineEnd < 0 || !words.substring(0, lineEnd).strip().endsWith("?");
    String prompt = wrapped ? words : words.substring(0, lineEnd);
    open(PromptText.of(prompt).text(), block, LEVELS + 1, block.depth());
    addRest(block, prompt.length());
  }

  private void addRest(Block block, int used) {
    String rest = block.plain().substring(Math.min(used, block.plain().length())).strip();
    if (!rest.isEmpty()) {
      add(block.withKind(Block.Kind.PARAGRAPH).withText(rest));
    }
  }

  private void readItem(Block block) {
    PromptText prompt = PromptText.of(block.lead().isEmpty() ? block.plain() : block.lead());
    boolean link = block.href() != null && block.href().startsWith("#");
    if (style != ITEM || block.depth() > 0 || link || prompt.evidence() < 2) {
      add(block);
      return;
    }
    int used = block.lead().isEmpty() ? questionLength(block.plain()) : block.lead().length();
    PromptText asked = PromptText.of(block.plain().substring(0, used));
    open(asked.text(), block, LEVELS + 1, block.depth() + 1);
    addRest(block, used);
  }

  /** "What is it? It is ..." holds its answer; "What is it? Why does it matter?" does not. */
  private static int questionLength(String text) {
    int mark = text.indexOf("? ");
    String rest = mark < 0 ? "" : text.substring(mark + 1).strip();
    boolean answered =
        rest.length() > 20 && rest.indexOf('?') < 0 && PromptText.of(rest).evidence() == 0;
    return answered ? mark + 1 : text.length();
  }

  private void readRow(Block block) {
    Block.@Nullable Cell question = cell(block, QUESTION_COLUMN);
    Block.@Nullable Cell answer = cell(block, ANSWER_COLUMN);
    boolean inAnswer = current != null && currentLevel != TABLE;
    if (bank || question == null || inAnswer || question.text().isBlank()) {
      add(block);
      return;
    }
    boolean link = question.href() != null && question.href().startsWith("#");
    open(PromptText.of(question.text()).text(), block, TABLE, block.depth());
    sections.set(sections.size() - 1, listed(sections.get(sections.size() - 1), link));
    if (answer != null && answer.href() == null) {
      add(Block.of(Block.Kind.PARAGRAPH, 0, answer.text(), block.line()));
    }
    current = null;
  }

  private static Section listed(Section section, boolean listed) {
    return new Section(section.prompt(), section.topic(), section.body(), section.line(), listed);
  }

  private static Block.@Nullable Cell cell(Block row, Pattern header) {
    return row.cells().stream()
        .filter(cell -> header.matcher(cell.header()).matches())
        .findFirst()
        .orElse(null);
  }

  private void open(String prompt, Block block, int level, int depth) {
    Section section = new Section(prompt, topic(), new ArrayList<>(), block.line(), false);
    sections.add(section);
    current = section;
    currentLevel = level;
    currentDepth = depth;
  }

  private void add(Block block) {
    if (current == null) {
      return;
    }
    Block moved = block.withDepth(Math.max(0, block.depth() - currentDepth));
    if (bank) {
      current.body().add(moved);
      return;
    }
    boolean top = BACK_TO_TOP.matcher(moved.plain()).matches() && !moved.is(Block.Kind.CODE);
    Block unlabelled = current.body().isEmpty() ? withoutLabel(moved) : moved;
    if (!top && (unlabelled.is(Block.Kind.CODE) || !unlabelled.text().isBlank())) {
      current.body().add(unlabelled);
    }
  }

  /** "Answer:" is no part of an answer. */
  static Block withoutLabel(Block block) {
    Matcher label = ANSWER_LABEL.matcher(block.text());
    boolean words = !block.is(Block.Kind.CODE) && !block.is(Block.Kind.COMMENT);
    return words && label.lookingAt() ? block.withText(block.text().substring(label.end())) : block;
  }

  private @Nullable String topic() {
    if (bank) {
      return topics[1];
    }
    for (int level = LEVELS; level > 0; level--) {
      String topic = topics[level];
      if (topic != null && !isGeneric(topic)) {
        return topic;
      }
    }
    return null;
  }

  private void clearTopics(int fromLevel) {
    for (int level = fromLevel; level <= LEVELS; level++) {
      topics[level] = null;
    }
  }

  /** Words after a list of questions that have no answers are not the last one's answer. */
  private void dropClosingWords() {
    long answered = sections.stream().filter(section -> !section.body().isEmpty()).count();
    Section last = sections.isEmpty() ? null : sections.get(sections.size() - 1);
    if (answered == 1 && sections.size() > 1 && last != null) {
      last.body().clear();
    }
  }

  /** A question listed above and answered below is one question. */
  private static List<Section> merged(List<Section> sections) {
    Map<String, Section> answered = new HashMap<>();
    boolean anyOther = sections.stream().anyMatch(section -> !section.listed());
    for (Section section : sections) {
      if (!section.body().isEmpty()) {
        answered.putIfAbsent(PromptText.key(section.prompt()), section);
      }
    }
    List<Section> kept = new ArrayList<>();
    for (Section section : sections) {
      boolean empty = section.body().isEmpty();
      boolean known =
          empty && answered.putIfAbsent(PromptText.key(section.prompt()), section) != null;
      if (!known && !(section.listed() && empty && anyOther)) {
        kept.add(section);
      }
    }
    return kept;
  }

  /** Parts "Q: ..." and "A: ..." where they are lines of one paragraph. */
  private static List<Block> splitLabels(List<Block> blocks) {
    List<Block> parted = new ArrayList<>();
    for (Block block : blocks) {
      if (block.is(Block.Kind.PARAGRAPH) && block.text().indexOf('\n') > 0) {
        parted.addAll(splitLabels(block));
      } else {
        parted.add(block);
      }
    }
    return parted;
  }

  private static List<Block> splitLabels(Block block) {
    List<Block> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (String line : block.text().lines().toList()) {
      boolean labelled =
          ANSWER_LABEL.matcher(line).lookingAt() || QUESTION_LABEL.matcher(line).matches();
      if (labelled && !part.isEmpty()) {
        parts.add(block.withText(part.toString()));
        part.setLength(0);
      }
      part.append(part.isEmpty() ? "" : "\n").append(line);
    }
    parts.add(block.withText(part.toString()));
    return parts.size() > 1 ? parts : List.of(block);
  }

  /** How this page marks its questions: a level of headings, or one of the constants. */
  private static int style(List<Block> blocks) {
    int[] evidence = new int[TABLE + 1];
    int[] count = new int[TABLE + 1];
    boolean oneTitle = blocks.stream().filter(block -> block.level() == 1).count() < 2;
    boolean underQuestion = false;
    for (Block block : blocks) {
      int weight = PromptText.of(block.lead().isEmpty() ? block.plain() : block.lead()).evidence();
      if (block.is(Block.Kind.HEADING)) {
        boolean title = block.level() == 1 && oneTitle;
        weight = isBoilerplate(block.plain()) ? 0 : weight + (block.marker().isEmpty() ? 0 : 1);
        underQuestion = weight > 1 && !title;
        evidence[block.level()] += title && weight < 3 ? 0 : weight;
        count[block.level()] += weight > 0 ? 1 : 0;
      } else if (!underQuestion) {
        evidence[styleOf(block)] += weight;
      }
    }
    evidence[0] = 0;
    int best = 0;
    for (int candidate = 1; candidate <= ITEM; candidate++) {
      best = evidence[candidate] > evidence[best] ? candidate : best;
    }
    boolean onlyNumbers = best > BANK_LEVEL && evidence[best] == count[best];
    if (onlyNumbers && evidence[best] < MANY) {
      best = 0;
    }
    boolean tables = blocks.stream().anyMatch(b -> cell(b, QUESTION_COLUMN) != null);
    return best > 0 ? best : tables ? TABLE : BANK_LEVEL;
  }

  private static int styleOf(Block block) {
    return switch (block.kind()) {
      case SUMMARY -> ANSWER_SUMMARY.matcher(block.plain()).matches() ? 0 : SUMMARY;
      case PARAGRAPH -> isQuestionLine(block) ? LINE : 0;
      case ITEM -> {
        boolean link = block.href() != null && block.href().startsWith("#");
        yield block.depth() == 0 && !link ? ITEM : 0;
      }
      default -> 0;
    };
  }

  private static boolean isQuestionLine(Block block) {
    String lead = block.lead();
    boolean labelled = QUESTION_LABEL.matcher(block.plain()).matches();
    PromptText prompt = PromptText.of(lead.isEmpty() ? block.plain() : lead);
    if (block.isBoldLine()) {
      return prompt.numbered() || prompt.evidence() > 1;
    }
    return labelled || (!lead.isEmpty() && prompt.numbered() && prompt.evidence() > 2);
  }

  private static boolean mostAreNumbered(List<Block> blocks, int style) {
    int all = 0;
    int withNumber = 0;
    for (Block block : blocks) {
      PromptText prompt = PromptText.of(block.plain().toLowerCase(Locale.ROOT));
      if (block.level() == style && (prompt.evidence() > 0 || !block.marker().isEmpty())) {
        all++;
        withNumber += prompt.numbered() || !block.marker().isEmpty() ? 1 : 0;
      }
    }
    return withNumber * 4 > all * 3;
  }
}
