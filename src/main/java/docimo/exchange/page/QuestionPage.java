package docimo.exchange.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the questions of a page and what stands below each. How the page marks them is judged by
 * {@link PageStyle}. One page, one thread.
 */
public final class QuestionPage {

  private static final int LEVELS = PageStyle.LEVELS;
  private static final Pattern BACK_TO_TOP =
      Pattern.compile(
          "(?i)[^\\p{L}\\p{N}]*(?:(?:go )?back to (?:the )?"
              + "(?:top|toc|contents|index|table of contents|questions).{0,20}|↥.*|⬆.*|🔝.*)");

  private final List<Block> blocks;
  private final List<Section> sections = new ArrayList<>();
  private final @Nullable String[] topics = new @Nullable String[LEVELS + 1];
  private final boolean bank;
  private final PageStyle style;

  private @Nullable Section current;
  private int currentLevel;
  private int currentDepth;

  private QuestionPage(List<Block> blocks, boolean bank) {
    this.blocks = blocks;
    this.bank = bank;
    this.style = bank ? PageStyle.BANK : PageStyle.of(blocks);
  }

  /** The questions of a page as somebody published it. */
  public static List<Section> published(List<Block> blocks) {
    QuestionPage page = new QuestionPage(splitLabels(blocks), false);
    page.read();
    if (page.style.mark() == PageStyle.Mark.ITEM) {
      page.dropClosingWords();
    }
    page.sections.replaceAll(Section::completed);
    return Section.merged(page.sections);
  }

  /** The questions of a bank in docimo's own format: every second-level heading. */
  public static List<Section> ofBank(List<Block> blocks) {
    QuestionPage page = new QuestionPage(blocks, true);
    page.read();
    return page.sections;
  }

  private void read() {
    for (int at = 0; at < blocks.size(); at++) {
      read(at, blocks.get(at));
    }
  }

  private void read(int at, Block block) {
    switch (block.kind()) {
      case HEADING -> readHeading(at, block);
      case DETAILS_END -> {
        if (style.mark() == PageStyle.Mark.SUMMARY) {
          current = null;
        }
      }
      case SUMMARY, PARAGRAPH, ITEM -> readWords(block);
      case ROW -> readRow(block);
      case CODE, COMMENT -> add(block);
      case RULER -> {}
    }
  }

  private void readHeading(int at, Block block) {
    if (bank ? block.level() == style.level() : isQuestion(at, block)) {
      clearTopics(block.level() + 1);
      open(titleOf(block), block, block.level(), block.depth());
    } else if (current != null && belongsToAnswer(block)) {
      add(block);
    } else {
      current = null;
      clearTopics(block.level());
      String title = titleOf(block);
      boolean topic = bank || !PageStyle.isBoilerplate(title);
      topics[block.level()] = topic && !title.isBlank() ? title : null;
    }
  }

  private String titleOf(Block heading) {
    return bank ? ReferenceText.oneLine(heading.plain()) : PromptText.of(heading.plain()).text();
  }

  private boolean belongsToAnswer(Block heading) {
    boolean deeper = heading.level() > currentLevel && style.mark() == PageStyle.Mark.HEADING;
    return deeper || (!bank && AnswerLabel.is(heading));
  }

  private boolean isQuestion(int at, Block block) {
    PromptText prompt = PromptText.of(block.plain());
    if (style.mark() != PageStyle.Mark.HEADING || prompt.text().isEmpty()) {
      return false;
    }
    if (block.level() > style.level()) {
      return current == null && prompt.evidence() >= 3;
    }
    if (block.level() < style.level()) {
      return block.level() > 1 && prompt.evidence() >= 3 && hasAnswer(at);
    }
    boolean marked = prompt.numbered() || !block.marker().isEmpty();
    if (style.numbered()) {
      return marked || prompt.evidence() >= 3;
    }
    boolean likely = marked || prompt.evidence() > 0;
    return likely || (!PageStyle.isBoilerplate(prompt.text()) && hasAnswer(at));
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

  private void readWords(Block block) {
    if (bank || !style.asks(block)) {
      if (bank || !block.is(Block.Kind.SUMMARY) || !PageStyle.isAnswerSummary(block)) {
        add(block);
      }
      return;
    }
    String words = PageStyle.asksFirst(block) ? block.lead() : block.plain();
    int used = block.is(Block.Kind.SUMMARY) ? words.length() : questionLength(words, block);
    int inside = block.is(Block.Kind.ITEM) ? 1 : 0;
    String prompt = PromptText.of(words.substring(0, used)).text();
    open(prompt, block, LEVELS + 1, block.depth() + inside);
    addRest(block, used);
  }

  /**
   * Where a question ends and its answer begins: after a line that ends in a question mark, and
   * within the line of an item if what follows asks nothing.
   */
  private static int questionLength(String text, Block block) {
    String first = PageStyle.firstLine(text);
    if (first.endsWith("?") && first.length() < text.strip().length()) {
      return text.indexOf(first) + first.length();
    }
    int mark = block.is(Block.Kind.ITEM) ? text.indexOf("? ") : -1;
    String rest = mark < 0 ? "" : text.substring(mark + 1).strip();
    boolean answered =
        rest.length() > 20 && rest.indexOf('?') < 0 && PromptText.of(rest).evidence() == 0;
    return answered ? mark + 1 : text.length();
  }

  private void addRest(Block block, int used) {
    String rest = block.plain().substring(Math.min(used, block.plain().length())).strip();
    if (!rest.isEmpty() && !block.is(Block.Kind.SUMMARY)) {
      add(block.withKind(Block.Kind.PARAGRAPH).withText(rest));
    }
  }

  private void readRow(Block block) {
    Block.Cell question = QuestionTable.question(block);
    boolean inAnswer = current != null;
    if (bank || inAnswer || question == null || question.text().isBlank()) {
      add(block);
      return;
    }
    boolean link = question.href() != null && question.href().startsWith("#");
    List<Block> body = new ArrayList<>();
    Block.Cell answer = QuestionTable.answer(block);
    if (answer != null && answer.href() == null) {
      body.add(Block.of(Block.Kind.PARAGRAPH, 0, answer.text(), block.line()));
    }
    String prompt = PromptText.of(question.text()).text();
    sections.add(new Section(prompt, topic(), body, block.line(), link));
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
    boolean label = moved.is(Block.Kind.HEADING) && AnswerLabel.is(moved);
    boolean top = BACK_TO_TOP.matcher(moved.plain()).matches() && !moved.is(Block.Kind.CODE);
    Block unlabelled = current.body().isEmpty() ? AnswerLabel.strip(moved) : moved;
    boolean empty = unlabelled.text().isBlank() && !unlabelled.is(Block.Kind.CODE);
    if (!top && !empty && !(label && current.body().size() < 2)) {
      current.body().add(unlabelled);
    }
  }

  private @Nullable String topic() {
    if (bank) {
      return topics[1];
    }
    for (int level = LEVELS; level > 0; level--) {
      String topic = topics[level];
      if (topic != null && !PageStyle.isGeneric(topic) && !Section.isBareNumber(topic)) {
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
      boolean labelled = AnswerLabel.begins(line) || PageStyle.isLabelled(line);
      if (labelled && !part.isEmpty()) {
        parts.add(block.withText(part.toString()));
        part.setLength(0);
      }
      part.append(part.isEmpty() ? "" : "\n").append(line);
    }
    parts.add(block.withText(part.toString()));
    return parts.size() > 1 ? parts : List.of(block);
  }
}
