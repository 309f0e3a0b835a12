package docimo.exchange.page;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a page marks its questions.
 *
 * @param mark what its questions are
 * @param level their level, when they are headings; else deeper than any heading
 * @param numbered whether nearly all of its question headings have numbers
 */
record PageStyle(Mark mark, int level, boolean numbered) {

  /** What a question can be on a page. In order: the first of equals is taken. */
  enum Mark {
    HEADING,
    /** The summary of details that hold the answer. */
    SUMMARY,
    /** A line in bold, or one that begins with "Q:". */
    LINE,
    /** An item of a list. */
    ITEM,
    /** A paragraph like any other. */
    PLAIN,
    /** A cell of a table with a column of questions. */
    TABLE
  }

  static final int LEVELS = 6;

  /** Every second-level heading: a bank in docimo's own format. */
  static final PageStyle BANK = new PageStyle(Mark.HEADING, 2, false);

  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)(?:q(?:uestion)?\\s*\\d{0,4}\\s*[:.)–-]|\\d{1,2}\\x{FE0F}?\\x{20E3}).*",
          Pattern.DOTALL);
  private static final Pattern ANSWER_SUMMARY =
      Pattern.compile(
          "(?i)\\W*(?:.{0,25}\\b(?:answer|solution)s?\\b.{0,15}|click.{0,30}|expand|show|details)\\W*");
  private static final Pattern BOILERPLATE =
      Pattern.compile(
          "(?i)(?:table of contents?|contents?|toc|index|references?|further reading|resources?"
              + "|licen[sc]e|contribut(?:ing|ions?|ors?)|credits?|acknowledge?ments?|introduction"
              + "|overview|about.*|summary|conclusion|disclaimer|notes?|prerequisites"
              + "|how to (?:use|contribute).*|feedback|support|sponsors?|footer|changelog"
              + "|installation|usage|getting started|authors?|links)\\W*");
  private static final Pattern GENERIC =
      Pattern.compile(
          "(?i)\\W*(?:all |the |list of |interview |top |common )*"
              + "(?:questions?|answers?|q ?(?:&|and) ?a)"
              + "(?:\\s*(?:&|and|with|/)\\s*(?:their )?answers?)?\\W*");
  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_LABEL = 60;

  /** Fewer numbered headings that ask nothing are steps of an answer. */
  private static final int MANY = 3;

  /** Judges a page by where most of what reads like a question is. */
  static PageStyle of(List<Block> blocks) {
    Evidence evidence = new Evidence(blocks);
    int level = evidence.bestLevel();
    Mark best = Mark.HEADING;
    int most = level == 0 ? 0 : evidence.ofLevel[level];
    for (Mark mark : Mark.values()) {
      int weight = evidence.ofMark.getOrDefault(mark, 0);
      best = weight > most ? mark : best;
      most = Math.max(weight, most);
    }
    if (most == 0) {
      boolean table = blocks.stream().anyMatch(QuestionTable::hasQuestion);
      return table ? new PageStyle(Mark.TABLE, LEVELS + 1, false) : BANK;
    }
    return best == Mark.HEADING
        ? new PageStyle(best, level, mostAreNumbered(blocks, level))
        : new PageStyle(best, LEVELS + 1, false);
  }

  /** How much speaks for each style. */
  private static final class Evidence {
    private final int[] ofLevel = new int[LEVELS + 1];
    private final int[] countOfLevel = new int[LEVELS + 1];
    private final Map<Mark, Integer> ofMark = new EnumMap<>(Mark.class);

    Evidence(List<Block> blocks) {
      boolean oneTitle = blocks.stream().filter(block -> block.level() == 1).count() < 2;
      boolean underQuestion = false;
      for (Block block : blocks) {
        if (block.is(Block.Kind.HEADING)) {
          boolean title = block.level() == 1 && oneTitle;
          int weight = isBoilerplate(block.plain()) ? 0 : weightOfHeading(block);
          underQuestion = weight > 1 && !title;
          ofLevel[block.level()] += title && weight < 3 ? 0 : weight;
          countOfLevel[block.level()] += weight > 0 ? 1 : 0;
        } else if (!underQuestion) {
          addOther(block);
        }
      }
    }

    private static int weightOfHeading(Block heading) {
      return PromptText.of(heading.plain()).evidence() + (heading.marker().isEmpty() ? 0 : 1);
    }

    private void addOther(Block block) {
      for (Mark mark : List.of(Mark.SUMMARY, Mark.LINE, Mark.ITEM, Mark.PLAIN)) {
        if (asks(block, mark)) {
          ofMark.merge(mark, Math.max(1, asked(block).evidence()), Integer::sum);
        }
      }
    }

    int bestLevel() {
      int best = 0;
      for (int level = 1; level <= LEVELS; level++) {
        boolean steps =
            level > BANK.level()
                && ofLevel[level] == countOfLevel[level]
                && countOfLevel[level] < MANY;
        best = !steps && ofLevel[level] > ofLevel[best] ? level : best;
      }
      return best;
    }
  }

  private static boolean mostAreNumbered(List<Block> blocks, int level) {
    int all = 0;
    int withNumber = 0;
    for (Block block : blocks) {
      if (block.is(Block.Kind.HEADING) && block.level() == level) {
        PromptText prompt = PromptText.of(block.plain());
        boolean number = prompt.numbered() || !block.marker().isEmpty();
        all += number || prompt.evidence() > 0 ? 1 : 0;
        withNumber += number ? 1 : 0;
      }
    }
    return withNumber * 4 > all * 3;
  }

  /** Whether a block that is no heading asks a question on a page of this style. */
  boolean asks(Block block) {
    return asks(block, mark);
  }

  private static boolean asks(Block block, Mark mark) {
    return switch (mark) {
      case SUMMARY -> block.is(Block.Kind.SUMMARY) && !isAnswerSummary(block);
      case LINE -> block.is(Block.Kind.PARAGRAPH) && isQuestionLine(block);
      case ITEM -> block.is(Block.Kind.ITEM) && isQuestionItem(block);
      case PLAIN -> block.is(Block.Kind.PARAGRAPH) && isPlainQuestion(block);
      case HEADING, TABLE -> false;
    };
  }

  private static boolean isQuestionLine(Block block) {
    PromptText prompt = asked(block);
    if (block.isBoldLine()) {
      return prompt.numbered() || prompt.evidence() > 1;
    }
    boolean leads = !block.lead().isEmpty() && asksFirst(block);
    return isLabelled(block.plain()) || (leads && prompt.evidence() > (prompt.numbered() ? 2 : 4));
  }

  private static boolean isQuestionItem(Block block) {
    boolean link = block.href() != null && block.href().startsWith("#");
    return block.depth() == 0 && !link && asked(block).evidence() > 1;
  }

  private static boolean isPlainQuestion(Block block) {
    String first = firstLine(block.plain());
    return first.endsWith("?") && PromptText.of(first).evidence() > 4;
  }

  static boolean isLabelled(String line) {
    return LABEL.matcher(line).matches();
  }

  /** What a block may ask: its bold beginning, unless that is but a label; else all of it. */
  static PromptText asked(Block block) {
    return PromptText.of(asksFirst(block) ? block.lead() : block.plain());
  }

  /** Whether it is the bold beginning of a block that asks. */
  static boolean asksFirst(Block block) {
    return block.isBoldLine() || PromptText.of(block.lead()).evidence() > 1;
  }

  static String firstLine(String text) {
    int end = text.indexOf('\n');
    return (end < 0 ? text : text.substring(0, end)).strip();
  }

  /** A title that says nothing of its page's subject, such as "Questions and answers". */
  static boolean isGeneric(String title) {
    return title.length() < LONGEST_TITLE && GENERIC.matcher(title).matches();
  }

  /** A title such as "License" or "Questions", below which no answer stands. */
  static boolean isBoilerplate(String title) {
    return isGeneric(title)
        || (title.length() < LONGEST_TITLE && BOILERPLATE.matcher(title).matches());
  }

  /** A summary such as "Show answer". */
  static boolean isAnswerSummary(Block block) {
    return block.plain().length() < LONGEST_LABEL
        && ANSWER_SUMMARY.matcher(block.plain()).matches();
  }
}
