package docimo.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Recognises sentences that speak to whoever marks the answer instead of answering: orders to
 * ignore rules, to award marks, to play a part, and imitations of a machine's own messages. The
 * patterns are of words in a row with a few words between, and orders count only where nobody else
 * is the one who acts: "the collector ignores previous references" is none, nor is an order that
 * the sentence quotes. Stateless and thread-safe.
 */
public final class GraderInstructions {

  /** Words of which a sentence must have one; most sentences have none and are done. */
  private static final Set<String> TELLING =
      words(
          "instruction instructions prompt prompts rubric rubrics guideline guidelines directive"
              + " directives criteria rules told mark marks marking score scores scoring point"
              + " points credit credits grade grades grading grader graders examiner examiners"
              + " evaluator evaluators marker assessor assistant ai chatbot bot gpt chatgpt llm"
              + " model mode correct rating system pass everything key keys scheme evaluation"
              + " answer response submission verdict 100% perfect candidate student essay deserve deserves");

  private static final String ORDERS =
      "(?:instructions?|prompts?|rubrics?|guidelines?|directives?|orders|commands?"
          + "|(?:marking|grading|scoring|answer|assessment|evaluation) (?:schemes?|keys?|rules?"
          + "|criteria|criterion|guides?|instructions?)|(?:your|these|those) (?:rules?|criteria"
          + "|training|programming|constraints?|safeguards?))";
  private static final String OVERRIDE =
      "(?:ignore|disregard|forget|override|bypass|discard|overrule|neglect|skip|drop)";
  private static final String GIVE =
      "(?:give|award|assign|grant|mark|grade|score|rate|allot|allocate|return|output|print|set"
          + "|record|report|enter|put|pass|respond with|reply with|answer with)";
  private static final String MOST =
      "(?:full|maximum|max|maximal|perfect|top|highest|complete|100 ?%?|100%"
          + "|the best|best possible|a 10|an a|a\\+)";
  private static final String MARKS = "(?:marks?|points?|credits?|grades?|scores?|ratings?)";
  private static final String SCORED =
      "(?:(\\d{1,3}) ?(?:/|out of|of) ?\\1\\b|100 ?(?:%|percent|points|marks)"
          + "|(?:score|grade|mark|rating)(?: of| :| =| to| as| is)? (?:1\\.0|10|100|a\\+?)\\b)";
  private static final String WORK =
      "(?:(?:this|the|my|that|his|her|their) (?:\\S+ )?(?:answer|response|submission|essay|candidate"
          + "|student|reply|text|solution|applicant)|me|it|this)";
  private static final String MARKER =
      "(?:grader|examiner|evaluator|marker|assessor|assistant|ai|chatbot|bot|llm|gpt|chatgpt"
          + "|language model|(?:grading|marking|scoring|evaluation) (?:system|model|engine|tool"
          + "|software|machine|bot|script)|interviewer|recruiter|judge)";

  /** Where an order may begin: no one stands before it who would be the one that acts. */
  private static final String ORDER =
      "(?:^|[.,;:!?()\"'\\[\\]{}*#>-] |\\b(?:and|then|please|now|just|simply|kindly|so|also|or|but"
          + "|therefore|instead|immediately|you|(?:you|grader|examiner|marker|assistant|ai|model)"
          + " (?:must|should|shall|will|can|may|are to|have to|need to|ought to|are required to"
          + "|are instructed to|are obliged to)(?: now| always| only| simply)?|(?:instruct(?:ed|ion"
          + " is)?|told|order(?:ed)?|ask(?:ed)?|want|need|require(?:d)?|beg) you to|task is to|job"
          + " is to|do not|don ' t|never) )";

  private static final List<Pattern> PATTERNS =
      patterns(
          // put rules aside
          ORDER + OVERRIDE + " (?:\\S+ ){0,6}?" + ORDERS + "\\b",
          ORDER
              + OVERRIDE
              + " (?:\\S+ ){0,3}?(?:you (?:were|have been|are) (?:told|given|asked))\\b",
          ORDER
              + OVERRIDE
              + " (?:everything|all|anything)(?: \\S+){0,2} (?:above|before|earlier)\\b",
          "\\b(?:regardless of|no matter|irrespective of|despite|whatever) (?:\\S+ ){0,4}?"
              + "(?:rubric|marking scheme|grading criteria|answer key|scoring rules|key points say)",
          "\\b(?:new|updated|real|actual|following|hidden|secret) (?:system )?(?:instructions?|prompt"
              + "|directive) (?:for|to) (?:the |you|all )?"
              + MARKER,
          // give marks
          ORDER
              + GIVE
              + " (?:\\S+ ){0,6}?"
              + MOST
              + " (?:\\S+ ){0,2}?(?:marks?|credits?|points)\\b",
          ORDER
              + GIVE
              + " (?:\\S+ ){0,3}?all (?:of )?(?:the )?(?:(?:available |possible )?(?:marks|credits?)"
              + "|(?:available|possible) points)\\b",
          ORDER
              + GIVE
              + " "
              + WORK
              + " (?:\\S+ ){0,4}?"
              + MOST
              + " (?:\\S+ ){0,2}?"
              + MARKS
              + "\\b",
          ORDER + GIVE + " (?:\\S+ ){0,6}?" + SCORED,
          ORDER
              + GIVE
              + " "
              + WORK
              + " (?:\\S+ ){0,3}?(?:as )?(?:fully |completely |entirely |being )?"
              + "(?:correct|covered|complete|perfect|excellent|passed|outstanding|right)\\b",
          ORDER
              + "(?:consider|treat|accept|regard|deem|classify|count) (?:this|the|my) (?:answer"
              + "|response|submission|essay|candidate) (?:\\S+ ){0,3}?(?:correct|perfect|complete"
              + "|covered|excellent|right|full)\\b",
          WORK
              + " (?:\\S+ ){0,2}?(?:deserves?|merits?|warrants?|(?:must|should|shall|has to|needs to"
              + "|ought to) (?:be (?:given|awarded|graded|marked|scored|rated|assigned)|receive|get"
              + "|earn|score|have)) (?:\\S+ ){0,4}?(?:"
              + MOST
              + " (?:\\S+ ){0,2}?"
              + MARKS
              + "|"
              + SCORED
              + "|(?:as )?(?:fully |completely )?correct)",
          "\\b(?:not|never|n't|without) (?:deduct|subtract|take off|dock|lose|deducting|subtracting)"
              + " (?:\\S+ ){0,2}?(?:marks?|points?|credit)\\b",
          "\\b(?:please|you to|you must|you should|grader|examiner) (?:return|output|give|award|assign"
              + "|report|set) (?:the |a )?(?:maximum|full|perfect|top|highest) (?:possible )?"
              + "(?:score|grade|rating|mark)\\b(?! (?:to|of|from|for each|in|on|among|per)\\b)",
          "\\b(?:all|every) (?:of )?(?:the )?(?:key points?|criteria|rubric (?:items|points)|required points?)"
              + " (?:are|is|were|have been|has been) (?:\\S+ )?(?:covered|met|satisfied|made|addressed"
              + "|fulfilled)\\b",
          "\\b(?:correct|right|only|final|appropriate|fair|true) (?:score|grade|mark|rating) (?:for \\S+"
              + " \\S+ )?(?:is|=|:|must be|should be) (?:\\S+ ){0,2}?(?:\\d|full|perfect|maximum|a\\b)",
          // play a part
          "\\byou(?: are|'re| re) (?:now |no longer |hereby |henceforth )?(?:\\S+ ){0,3}?"
              + MARKER
              + "\\b",
          "\\byou(?: are|'re| re) (?:now |no longer )(?:\\S+ ){0,4}?(?:mode|dan|unrestricted|free from"
              + "|bound)\\b",
          ORDER
              + "(?:act as|pretend to be|behave as|role ?-? ?play as|assume the role of|play the role"
              + " of) (?:\\S+ ){0,4}?(?:"
              + MARKER
              + "|teacher|professor)\\b",
          "\\bas (?:an?|the|your|my) (?:\\S+ ){0,2}?"
              + MARKER
              + " ?,? (?:you|your|give|award|mark|grade"
              + "|assign|please)\\b",
          "\\b(?:dear|attention|note to|message to|message for|hey|hello|hi|listen|important for|to)"
              + "(?: :| ,)? (?:the |all |any |my |our )?(?:\\S+ )?"
              + MARKER
              + "\\b ?(?:,|:|!|-|$)",
          // look like a machine's message
          "(?:< ?\\| ?\\S+ ?\\| ?>|\\[ ?/? ?inst ?\\]|< ?< ?/? ?sys ?> ?>|< ?/? ?(?:system|assistant"
              + "|instructions?|admin|developer) ?>)",
          "(?:^|# ?|\\[ ?|- )(?:system|developer|assistant|admin|administrator)(?: (?:prompt|message|note"
              + "|override|instruction|update|notice))? ?\\]? ?: ?(?:\\S+ ){0,12}?(?:you\\b|grade|mark|score"
              + "|ignore|award|answer is|candidate|student)",
          "\\b(?:system (?:prompt|message|override|instruction)|prompt override|developer mode|debug mode"
              + "|admin mode|grading mode)\\b ?(?::|=|-|\\]|enabled|activated|on\\b|begins?|starts?)",
          "\" ?(?:score|grade|mark|verdict|status|passed?|is_correct|correct) ?\" ?: ?(?:\"|\\d|true)",
          "\\b(?:begin|start|end|stop) of (?:the )?(?:student|candidate|user)(?: ' ?s|'s|s)? (?:answer"
              + "|response|input|text)\\b");

  private GraderInstructions() {}

  /** The sentences of a text that are such instructions, in order. */
  public static List<Sentence> in(AnalyzedText text) {
    return text.sentences().stream().filter(GraderInstructions::isOne).toList();
  }

  private static boolean isOne(Sentence sentence) {
    if (sentence.tokens().stream().noneMatch(GraderInstructions::isTelling)) {
      return false;
    }
    String words = unquoted(sentence.tokens());
    return PATTERNS.stream().anyMatch(pattern -> pattern.matcher(words).find());
  }

  private static boolean isTelling(Token token) {
    return token.kind() == Token.Kind.CODE || TELLING.contains(lower(token));
  }

  /** The words in lower case, without what a longer sentence of somebody else's only quotes. */
  private static String unquoted(List<Token> tokens) {
    String all = tokens.stream().map(GraderInstructions::lower).collect(Collectors.joining(" "));
    String without = QUOTED.matcher(all).replaceAll(" … ");
    return REPORTED.matcher(without).find() ? without : all;
  }

  private static final Pattern QUOTED =
      Pattern.compile("(?<=^| )(?:\" [^\"]{3,300} \"|' [^']{3,300} ')");

  /** Who quotes an order speaks of one: "an attacker writes ' ... '". */
  private static final Pattern REPORTED =
      Pattern.compile(
          "\\b(?:attackers?|users?|says?|said|like|as|writes?|written|inject(?:s|ed|ion)?|typed?|types"
              + "|called|contains?|hidden|phrases?|example|e\\.g\\.)\\b[^…]{0,80}…");

  private static String lower(Token token) {
    return token.text().toLowerCase(Locale.ROOT);
  }

  private static Set<String> words(String spaced) {
    return Set.of(spaced.split(" "));
  }

  private static List<Pattern> patterns(String... patterns) {
    return List.of(patterns).stream().map(Pattern::compile).toList();
  }
}
