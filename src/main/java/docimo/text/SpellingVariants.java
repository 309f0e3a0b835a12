package docimo.text;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * British and American spelling as one. The common form is American and is only ever compared with
 * other common forms, never shown: a word bent by a rule that does not apply to it ("promise") is
 * bent the same way on both sides.
 */
final class SpellingVariants {

  private record Rule(Pattern british, String common) {}

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("grey", "gray"),
          Map.entry("programme", "program"),
          Map.entry("programmes", "programs"),
          Map.entry("artefact", "artifact"),
          Map.entry("artefacts", "artifacts"),
          Map.entry("sceptical", "skeptical"),
          Map.entry("judgement", "judgment"),
          Map.entry("ageing", "aging"),
          Map.entry("fulfil", "fulfill"),
          Map.entry("enrol", "enroll"),
          Map.entry("whilst", "while"),
          Map.entry("amongst", "among"),
          Map.entry("learnt", "learned"),
          Map.entry("spelt", "spelled"),
          Map.entry("defence", "defense"),
          Map.entry("offence", "offense"),
          Map.entry("licence", "license"),
          Map.entry("pretence", "pretense"),
          Map.entry("sulphur", "sulfur"),
          Map.entry("aluminium", "aluminum"),
          Map.entry("mould", "mold"),
          Map.entry("tyre", "tire"),
          Map.entry("cheque", "check"));

  private static final Rule[] RULES = {
    // behaviour, colour, neighbouring; not four, hour, source
    rule(
        "(behavi|col|fav|flav|harb|hon|hum|lab|neighb|rum|sav|vap|vig|endeav|arm|od|glam|parl|ferv)"
            + "our",
        "$1or"),
    // normalise, optimisation, regularised, tokeniser
    rule("([a-z]{3,})is(e|es|ed|er|ers|ing|ation|ations|ational)$", "$1iz$2"),
    // analyse, catalysed, paralysing
    rule("(anal|catal|paral|dial|hydrol|electrol)ys(e|es|ed|er|ers|ing)$", "$1yz$2"),
    // centre, metres, calibre
    rule("(cent|met|lit|theat|fib|calib|spect|lust|meag)re(s?)$", "$1er$2"),
    rule("(cent|met|fib|calib)red$", "$1ered"),
    // catalogue, dialogue, analogue
    rule("(catal|dial|anal|monol|prol|epil)ogue(s?)$", "$1og$2"),
    // modelling, labelled, cancelled, travelling, signalling
    rule(
        "(mode|labe|cance|trave|signa|fue|tota|leve|channe|tunne|pane|dia|equa|initia|marsha|counse)"
            + "ll(ed|ing|er|ers)$",
        "$1l$2"),
  };

  private SpellingVariants() {}

  /** The common form of a lower-case word. */
  static String common(String word) {
    String known = WORDS.get(word);
    if (known != null) {
      return known;
    }
    String common = word;
    for (Rule rule : RULES) {
      common = rule.british.matcher(common).replaceFirst(rule.common);
    }
    return common;
  }

  private static Rule rule(String british, String common) {
    return new Rule(Pattern.compile(british), common);
  }
}
