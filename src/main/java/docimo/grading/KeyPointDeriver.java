package docimo.grading;

import docimo.grading.ReferenceOutline.Block;
import docimo.question.KeyPoint;
import docimo.question.Question;
import docimo.question.Rule;
import docimo.similarity.Keywords;
import docimo.text.AnalyzedText;
import docimo.text.Sentence;
import docimo.text.TextAnalyzer;
import docimo.text.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Derives key points from the structure of a reference: each list item is a point, otherwise each
 * sentence. Headings, introductions, and sentences that say nothing beyond the question are none.
 */
final class KeyPointDeriver {

  private record Derived(String label, int list, boolean topItem) {}

  private static final int NO_LIST = -1;

  private final TextAnalyzer analyzer;

  KeyPointDeriver(TextAnalyzer analyzer) {
    this.analyzer = analyzer;
  }

  /** The points of a reference of a question. */
  KeyPoints derive(Question question, String reference) {
    Set<String> asked = Keywords.asked(analyzer.analyze(question.prompt()));
    List<Derived> derived = new ArrayList<>();
    List<Block> blocks = ReferenceOutline.of(reference);
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.item()) {
        i = addItem(blocks, i, derived);
      } else if (!block.introduces()) {
        sentences(block.text()).forEach(s -> derived.add(new Derived(s, block.list(), false)));
      }
    }
    List<Derived> telling =
        derived.stream().filter(point -> saysSomething(point.label(), asked)).toList();
    return withRule(telling, question);
  }

  /**
   * Adds a list item. One that is only a title ("Leaky ReLU:") takes in the paragraphs that explain
   * it; one that leads to nested items is no point of its own.
   *
   * @return the index of the last block that was used
   */
  private static int addItem(List<Block> blocks, int at, List<Derived> derived) {
    Block item = blocks.get(at);
    boolean leads = at + 1 < blocks.size() && isBelow(blocks.get(at + 1), item);
    if (item.introduces() && leads) {
      return at;
    }
    StringBuilder label = new StringBuilder(item.text());
    int last = at;
    while (item.introduces()
        && last + 1 < blocks.size()
        && !blocks.get(last + 1).item()
        && !blocks.get(last + 1).introduces()) {
      label.append(' ').append(blocks.get(++last).text());
    }
    derived.add(new Derived(label.toString(), item.list(), item.level() == 0));
    return last;
  }

  /** Whether an item is nested in another, or marked as a list of another kind than it. */
  private static boolean isBelow(Block next, Block item) {
    return next.item()
        && (next.level() > item.level()
            || (next.level() == item.level() && next.numbered() != item.numbered()));
  }

  private List<String> sentences(String paragraph) {
    AnalyzedText text = analyzer.analyze(paragraph);
    return text.sentences().stream()
        .map((Sentence sentence) -> text.quote(sentence.start(), sentence.end()).strip())
        .toList();
  }

  /** Whether a sentence has a content word that the question does not have. */
  private boolean saysSomething(String label, Set<String> asked) {
    return analyzer
        .analyze(label)
        .tokens()
        .filter(Token::isContent)
        .anyMatch(token -> token.terms().stream().noneMatch(asked::contains));
  }

  /** Ties "name three uses" to the list that has more than three items. */
  private static KeyPoints withRule(List<Derived> derived, Question question) {
    RequestedCount requested = RequestedCount.in(question.prompt());
    int list = requested == null ? NO_LIST : listFor(requested, derived);
    if (requested == null || list == NO_LIST || !question.rule().choices().isEmpty()) {
      List<KeyPoint> points = points(derived, NO_LIST, null);
      return new KeyPoints(points, fitting(question.rule(), points.size()), true);
    }
    List<KeyPoint> points = points(derived, list, requested.noun());
    long alternatives = points.stream().filter(point -> point.group() != null).count();
    int needed = (int) Math.min(requested.count(), alternatives);
    return new KeyPoints(points, new Rule(List.of(new Rule.AnyOf(needed, requested.noun()))), true);
  }

  /** The points, each once; the top items of one list are alternatives of each other. */
  private static List<KeyPoint> points(
      List<Derived> derived, int alternatives, @Nullable String group) {
    Set<KeyPoint> points = new LinkedHashSet<>();
    for (Derived point : derived) {
      boolean alternative = point.topItem() && point.list() == alternatives;
      points.add(new KeyPoint(point.label(), List.of(), 1, alternative ? group : null));
    }
    return List.copyOf(points);
  }

  /** A written rule over all points holds for derived ones too; one over a group cannot. */
  private static Rule fitting(Rule written, int points) {
    boolean overAll =
        written.choices().stream().allMatch(c -> c.group() == null && c.count() <= points);
    return overAll ? written : Rule.ALL;
  }

  /** The last list that has more items than were asked for; none when no list has. */
  private static int listFor(RequestedCount requested, List<Derived> derived) {
    return derived.stream()
        .filter(Derived::topItem)
        .mapToInt(Derived::list)
        .filter(list -> items(derived, list) > requested.count())
        .max()
        .orElse(NO_LIST);
  }

  private static long items(List<Derived> derived, int list) {
    return derived.stream().filter(point -> point.topItem() && point.list() == list).count();
  }
}
