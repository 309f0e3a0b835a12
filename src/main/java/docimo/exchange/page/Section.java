package docimo.exchange.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A question of a page and the blocks of its answer.
 *
 * @param prompt the question, on one line
 * @param topic the heading that it stands under; null when there is none that says something
 * @param body what stands below it; grows while the page is read
 * @param line 1-based line of the question
 * @param linked whether it stood in a list of links to answers on the same page
 */
public record Section(
    String prompt, @Nullable String topic, List<Block> body, int line, boolean linked) {

  private static final Pattern BARE_NUMBER =
      Pattern.compile("(?i)(?:q(?:uestion)?\\s*)?#?\\d{1,4}\\W{0,3}");
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?i)\\W*(?:todo|tbd|tba|coming soon|answer here|your answer|to be (?:added|answered|done)"
              + "|n/?a|\\.{3}|…)\\W*");

  /** "Question 4" is no question: its words are below. "Coming soon" is no answer. */
  Section completed() {
    List<Block> rest = new ArrayList<>(body);
    boolean asksBelow =
        isBareNumber(prompt) && rest.size() > 1 && rest.get(0).is(Block.Kind.PARAGRAPH);
    String asked = asksBelow ? PromptText.of(rest.remove(0).plain()).text() : prompt;
    if (asksBelow) {
      rest.set(0, AnswerLabel.strip(rest.get(0)));
      rest.removeIf(block -> block.is(Block.Kind.HEADING) && AnswerLabel.is(block));
    }
    if (rest.size() == 1 && PLACEHOLDER.matcher(rest.get(0).plain()).matches()) {
      rest.clear();
    }
    return new Section(asked, topic, rest, line, linked);
  }

  static boolean isBareNumber(String title) {
    return BARE_NUMBER.matcher(title).matches();
  }

  /** A question listed above and answered below is one question. */
  static List<Section> merged(List<Section> sections) {
    Map<String, Section> known = new HashMap<>();
    boolean anyOther = sections.stream().anyMatch(section -> !section.linked());
    for (Section section : sections) {
      if (!section.body().isEmpty()) {
        known.putIfAbsent(PromptText.key(section.prompt()), section);
      }
    }
    List<Section> kept = new ArrayList<>();
    for (Section section : sections) {
      boolean empty = section.body().isEmpty();
      boolean repeated =
          empty && known.putIfAbsent(PromptText.key(section.prompt()), section) != null;
      if (!repeated && !(section.linked() && empty && anyOther)) {
        kept.add(section);
      }
    }
    return kept;
  }
}
