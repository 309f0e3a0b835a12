package docimo.exchange.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The word before an answer, such as "Answer:" or "A1.", which is no part of it. */
public final class AnswerLabel {

  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)(?:(?:model |sample |short )?(?:answer|ans|solution|sol)\\s*\\d{0,4}\\s*"
              + "(?:[:.)]+\\s*[-–]?|[-–]+|$)|a\\d{1,4}\\s*[:.)-]+|a\\s*:)\\s*+");

  private AnswerLabel() {}

  /** Whether the block is nothing but a label. */
  static boolean is(Block block) {
    return LABEL.matcher(block.plain()).matches();
  }

  /** Whether the line begins with a label. */
  static boolean begins(String line) {
    return LABEL.matcher(line).lookingAt();
  }

  /** The block without the label that it begins with; the block itself when there is none. */
  public static Block strip(Block block) {
    Matcher label = LABEL.matcher(block.text());
    if (block.is(Block.Kind.CODE) || block.is(Block.Kind.COMMENT) || !label.lookingAt()) {
      return block;
    }
    Block words = block.withText(block.text().substring(label.end()));
    return block.is(Block.Kind.ITEM) ? words.withKind(Block.Kind.PARAGRAPH) : words;
  }
}
