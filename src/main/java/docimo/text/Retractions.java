package docimo.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Recognises sentences that take back what the rest of an answer says: "Everything above is false."
 * A sentence that only denies one thing is none. Stateless and thread-safe.
 */
public final class Retractions {

  private static final String ALL =
      "(?:everything|all|anything|every (?:thing|word|sentence|statement|claim|point)|each (?:word"
          + "|sentence|statement|claim|point)|nothing|none|what|the whole (?:answer|text)"
          + "|(?:the|these|those|my) (?:\\S+ )?(?:statements?|sentences?|claims?|points|answer"
          + "|paragraphs?|lines))";
  private static final String BEFORE =
      "(?:above|before|so far|previous(?:ly)?|preceding|earlier|up to here|(?:i|you|was|is|has been"
          + "|have|i ' ve|i have) (?:just )?(?:said|wrote|written|stated|claimed|told))";
  private static final String FALSE =
      "(?:false|wrong|incorrect|untrue|a lie|lies|nonsense|made up|invented|the opposite of the"
          + " truth|not true|not correct|not right|the wrong way round)";
  private static final String IS = "(?:is|are|was|were|be|' s)";
  private static final String BETWEEN = "(?: \\S+){0,6}? ";

  private static final Pattern RETRACTION =
      Pattern.compile(
          "\\b(?:"
              + ALL
              + BETWEEN
              + BEFORE
              + BETWEEN
              + IS
              + "(?: \\S+){0,2}? (?:"
              + FALSE
              + "|true|correct|right)"
              + "|(?:none|nothing) of (?:the above|this|that|it|what)"
              + BETWEEN
              + IS
              + " (?:true|correct|right)"
              + "|the (?:exact |very |direct )?opposite (?:of (?:all|everything|this|that|the above"
              + "|what)\\b.{0,40}?)?"
              + IS
              + " (?:true|the case|correct|right)"
              + ")\\b");

  private static final Pattern DENIES =
      Pattern.compile("\\b(?:nothing|none|opposite|not|never|n ' t|n't)\\b|" + FALSE);

  private Retractions() {}

  /** The sentences that take back what an answer says, in order. */
  public static List<Sentence> in(AnalyzedText answer) {
    return answer.sentences().stream().filter(Retractions::isOne).toList();
  }

  private static boolean isOne(Sentence sentence) {
    String words =
        sentence.tokens().stream()
            .map(token -> token.text().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" "));
    return RETRACTION.matcher(words).find() && DENIES.matcher(words).find();
  }
}
