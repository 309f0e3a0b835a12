package docimo.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rich-text tags and character references that an editor put into a text. Only tags that
 * format prose count, and only when the text also closes them: in "the {@code <div>} tag" the tag
 * is what the candidate talks about.
 */
final class Markup {

  /**
   * What stands in the original up to {@code end}, and the text it is read as.
   *
   * @param end where the markup ends, exclusive
   * @param text the replacement, possibly empty
   */
  record Replacement(int end, String text) {}

  private static final Set<String> BLOCKS =
      Set.of(
          "p", "div", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "table", "tr");
  private static final Set<String> INLINE =
      Set.of(
          "b",
          "i",
          "u",
          "s",
          "em",
          "strong",
          "span",
          "code",
          "a",
          "font",
          "sub",
          "sup",
          "small",
          "mark",
          "blockquote",
          "tbody",
          "thead",
          "td",
          "th");
  private static final Map<String, String> REFERENCES =
      Map.of(
          "nbsp", " ", "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "#39", "'",
          "ndash", "-", "mdash", "-");
  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]{0,9})(?:\\s[^<>]{0,500})?/?>");
  private static final Pattern REFERENCE = Pattern.compile("&(#?[a-z0-9]{2,5});");

  private final String text;
  private final Matcher tags;
  private final Matcher references;

  /** Whether the text holds a tag's partner, so that each kind of tag is looked for only once. */
  private final Map<String, Boolean> partners = new HashMap<>();

  Markup(String text) {
    this.text = text;
    this.tags = TAG.matcher(text);
    this.references = REFERENCE.matcher(text);
  }

  /** The markup that begins at this offset; null when there is none. */
  @Nullable Replacement at(int offset) {
    return switch (text.charAt(offset)) {
      case '<' -> tagAt(offset);
      case '&' -> referenceAt(offset);
      default -> null;
    };
  }

  private @Nullable Replacement tagAt(int offset) {
    if (!tags.region(offset, text.length()).lookingAt()) {
      return null;
    }
    String name = tags.group(2).toLowerCase(Locale.ROOT);
    if (name.equals("br")) {
      return new Replacement(tags.end(), "\n");
    }
    boolean block = BLOCKS.contains(name);
    if (!(block || INLINE.contains(name)) || !isPaired(name, !tags.group(1).isEmpty())) {
      return null;
    }
    // an inline tag leaves nothing behind: "<b>over</b>fitting" is one word
    return new Replacement(tags.end(), block ? "\n" : "");
  }

  private boolean isPaired(String name, boolean closing) {
    String partner = closing ? "<" + name : "</" + name + ">";
    return partners.computeIfAbsent(partner, this::holds);
  }

  private boolean holds(String part) {
    // region matching instead of lower-casing, which could change the length of the text
    for (int i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i + 1)) {
      if (text.regionMatches(true, i, part, 0, part.length())) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Replacement referenceAt(int offset) {
    if (!references.region(offset, text.length()).lookingAt()) {
      return null;
    }
    String replacement = REFERENCES.get(references.group(1));
    return replacement == null ? null : new Replacement(references.end(), replacement);
  }
}
