package docimo.exchange.page;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that may be a question, as pages write them: "Q1: What is ...?", "3. Explain ...". Keeps
 * the question, and how much speaks for it being one.
 *
 * @param text the question without its number
 * @param numbered whether it had a number or a "Q"
 * @param evidence 0 for none; 1 for a number; 2 for how it begins; 3 or more for a question mark or
 *     a "Q"
 */
public record PromptText(String text, boolean numbered, int evidence) {

  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)(?:q(?:uestion|uest?|n|no)?\\s*[.#-]?\\s*\\d{1,4}[a-z]?\\b\\s*[.):\\-–—\\]]{0,3}+"
              + "|q(?:uestion)?\\s*[:.)–—]|q(?:uestion)?\\s+-)\\s*+");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[(\\[]?\\d{1,4}(?:\\.\\d{1,3}){0,3}+(?:\\s*[.):\\]]+[-–—]?\\s*+|\\s+[-–—]\\s+|\\s*\\\\\\.\\s*)");
  private static final Pattern SYMBOLS = Pattern.compile("[\\p{So}\\p{Sk}\\uFE0F\\u200D\\s•❓❔]++");
  private static final Pattern KEYCAPS = Pattern.compile("(?:\\d\\x{FE0F}?\\x{20E3}\\s*){1,3}+");
  private static final Pattern TRAILING_SYMBOLS =
      Pattern.compile("\\s(?:[\\p{So}\\x{FE0F}\\x{200D}]|\\s(?=[\\p{So}\\x{200D}])){1,20}$");
  private static final Pattern TRAILING_MARKS =
      Pattern.compile("(?:\\s++#{1,6}+|(?<=[?.!])#{1,6}+|#{2,6}+)\\s*+$");
  private static final Pattern TRAILING_LINK =
      Pattern.compile(
          "(?i)\\s*[(\\[]?\\s*(?:[⬆↑🔝↥]\\S*\\s*)?(?:back to (?:the )?top|[⬆↑🔝↥]\\S*)\\s*[)\\]]?$");
  private static final Pattern BEGINNING =
      Pattern.compile(
          "(?i)(?:what|why|how|when|where|which|who|whose|explain|describe|define|discuss|compare"
              + "|contrast|list|name|give|state|differentiate|distinguish|outline|mention|tell"
              + "|difference|differences|can|could|do|does|did|is|are|was|were|should|would|will|have"
              + "|has|in what|in which|suppose|imagine|elaborate|summari[sz]e|justify|identify)\\b.*",
          Pattern.DOTALL);
  private static final Pattern STYLED =
      Pattern.compile("[\\x{1D400}-\\x{1D7FF}\\x{FF01}-\\x{FF5E}]");
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final int SLUG_LENGTH = 48;
  private static final int LONGEST_QUESTION = 600;

  /** Reads a line of a page. */
  public static PromptText of(String line) {
    String text = ReferenceText.oneLine(plainLetters(line));
    text = strip(SYMBOLS, text);
    String unlabelled = strip(LABEL, text);
    boolean labelled = unlabelled.length() < text.length();
    String bare = labelled ? unlabelled : strip(NUMBER, strip(KEYCAPS, text));
    boolean numbered = bare.length() < text.length();
    if (bare.isEmpty()) {
      return new PromptText(text, labelled, labelled ? 1 : 0);
    }
    if (bare.length() <= LONGEST_QUESTION) {
      bare = TRAILING_LINK.matcher(bare).replaceAll("");
      bare = TRAILING_SYMBOLS.matcher(bare).replaceAll("");
      bare = TRAILING_MARKS.matcher(bare).replaceAll("").strip();
    }
    return new PromptText(bare, numbered, evidence(bare, labelled, numbered));
  }

  private static int evidence(String text, boolean labelled, boolean numbered) {
    if (text.isEmpty() || text.length() > LONGEST_QUESTION) {
      return labelled ? 3 : 0;
    }
    int evidence = numbered ? 1 : 0;
    if (labelled || text.endsWith("?") || text.contains("? ")) {
      evidence += 3;
    }
    return BEGINNING.matcher(text).matches() ? evidence + 2 : evidence;
  }

  /**
   * Letters that are only styled ("𝗪𝗵𝗮𝘁") become letters; all else stays, such as a power of
   * two.
   */
  private static String plainLetters(String text) {
    return STYLED.matcher(text).find()
        ? STYLED
            .matcher(text)
            .replaceAll(
                styled ->
                    Matcher.quoteReplacement(
                        Normalizer.normalize(styled.group(), Normalizer.Form.NFKC)))
        : text;
  }

  private static String strip(Pattern start, String text) {
    Matcher matcher = start.matcher(text);
    return matcher.lookingAt() ? text.substring(matcher.end()).strip() : text;
  }

  /** Equal for prompts that differ in nothing but case, spaces and punctuation. */
  public static String key(String prompt) {
    String folded = Normalizer.normalize(prompt, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return NOT_WORD.matcher(folded).replaceAll(" ").strip();
  }

  /** An id from the first sentence of a prompt: "what-is-dropout". */
  public static String slug(String prompt) {
    String sentence = firstSentence(prompt);
    String letters =
        MARKS.matcher(Normalizer.normalize(sentence, Normalizer.Form.NFKD)).replaceAll("");
    String slug = NOT_WORD.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll("-");
    slug = trimDashes(slug);
    if (slug.length() > SLUG_LENGTH) {
      int cut = slug.lastIndexOf('-', SLUG_LENGTH);
      slug = slug.substring(0, cut > 0 ? cut : SLUG_LENGTH);
    }
    return slug.isEmpty() ? "question" : slug;
  }

  private static String firstSentence(String prompt) {
    for (int at = 1; at + 1 < prompt.length(); at++) {
      if (".?!".indexOf(prompt.charAt(at)) >= 0 && prompt.charAt(at + 1) == ' ') {
        return prompt.substring(0, at);
      }
    }
    return prompt;
  }

  private static String trimDashes(String slug) {
    int start = slug.startsWith("-") ? 1 : 0;
    int end = slug.endsWith("-") && slug.length() > start ? slug.length() - 1 : slug.length();
    return slug.substring(start, end);
  }
}
