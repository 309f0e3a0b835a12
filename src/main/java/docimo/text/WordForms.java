package docimo.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.stemmer.snowball.SnowballStemmer;
import opennlp.tools.stemmer.snowball.SnowballStemmer.ALGORITHM;

/**
 * Lemma and terms of a word. A word is looked up by itself, not in its sentence, so that the same
 * word with the same part of speech always has the same forms and they can be remembered. Not
 * thread-safe, except for the memory, which several instances may share.
 */
final class WordForms {

  /**
   * What is known of a word.
   *
   * @param lemma dictionary form in lower case
   * @param terms forms under which it is found, best first
   * @param parts terms of the words inside a compound
   */
  record Forms(String lemma, List<String> terms, List<String> parts) {}

  private static final int LONGEST_MODELLED = 40;
  private static final int REMEMBERED = 50_000;

  /** Prefixes that change what a word means: "non-linear" is not found under "linear". */
  private static final Set<String> PREFIXES =
      Set.of(
          "non", "un", "in", "im", "ir", "il", "dis", "mis", "anti", "de", "over", "under", "pre",
          "post", "sub", "super", "inter", "intra", "hyper", "hypo", "multi", "uni", "bi", "mono",
          "semi", "counter", "re", "co", "ex", "up", "down", "no");

  private static final Map<String, String> IRREGULAR =
      Map.of("n't", "not", "nt", "not", "ca", "can", "wo", "will", "sha", "shall");

  private final LemmatizerME lemmatizer;
  private final SnowballStemmer stemmer = new SnowballStemmer(ALGORITHM.ENGLISH);
  private final Map<String, Forms> memory;

  /**
   * @param memory remembers forms by word and part of speech; may be shared
   */
  WordForms(LemmatizerME lemmatizer, ConcurrentHashMap<String, Forms> memory) {
    this.lemmatizer = lemmatizer;
    this.memory = memory;
  }

  /** The forms of a word of prose. */
  Forms of(String word, String tag) {
    String lower = word.toLowerCase(Locale.ROOT);
    String key = lower + '\t' + tag;
    Forms known = memory.get(key);
    if (known != null) {
      return known;
    }
    Forms forms = compute(lower, tag);
    if (memory.size() < REMEMBERED && word.length() <= LONGEST_MODELLED) {
      memory.put(key, forms);
    }
    return forms;
  }

  /** The forms of a formula or identifier: the whole without spaces, and the words inside. */
  Forms ofCode(String code) {
    String lower = code.toLowerCase(Locale.ROOT);
    String whole = lower.replaceAll("\\s+", "").replace('×', '*').replace('·', '*');
    List<String> parts = new ArrayList<>();
    // a camel-case name gives its words too: "hashCode()" is found under "hash" and "code"
    String spaced = code.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    for (String part : spaced.split("[^\\p{L}\\p{N}]+")) {
      if (part.length() > 1) {
        parts.add(stem(part));
      }
    }
    String bare = whole.endsWith("()") ? whole.substring(0, whole.length() - 2) : whole;
    return new Forms(lower, distinct(whole, stem(bare)), List.copyOf(parts));
  }

  /** The stem of a lower-case word after its spelling was made common. */
  String stem(String word) {
    return word.length() > LONGEST_MODELLED
        ? word
        : stemmer.stem(SpellingVariants.common(word)).toString();
  }

  private Forms compute(String word, String tag) {
    int hyphen = word.indexOf('-');
    if (hyphen > 0) {
      return ofCompound(word);
    }
    String lemma = lemma(word, tag);
    return new Forms(lemma, distinct(stem(lemma), stem(word)), List.of());
  }

  /** "mini-batch" is found as "minibatch" and under "mini" and "batch". */
  private Forms ofCompound(String word) {
    String joined = word.replace("-", "");
    List<String> pieces = List.of(word.split("-"));
    boolean prefixed = PREFIXES.contains(pieces.get(0));
    List<String> parts =
        prefixed && pieces.size() == 2
            ? List.of()
            : pieces.stream().filter(piece -> piece.length() > 1).map(this::stem).toList();
    // written apart, only the last piece would be stemmed: "connection oriented"
    String last = pieces.get(pieces.size() - 1);
    String head = joined.substring(0, joined.length() - last.length());
    return new Forms(word, distinct(stem(joined), head + stem(last)), parts);
  }

  private String lemma(String word, String tag) {
    String irregular = IRREGULAR.get(word);
    if (irregular != null) {
      return irregular;
    }
    boolean inflected =
        tag.equals("NOUN")
            || tag.equals("VERB")
            || tag.equals("AUX")
            || tag.equals("ADJ")
            || tag.equals("ADV")
            || tag.equals("PRON");
    if (!inflected || word.length() > LONGEST_MODELLED) {
      return word;
    }
    String lemma = lemmatizer.lemmatize(new String[] {word}, new String[] {tag})[0];
    // no word of English is much shorter than its dictionary form: "BN" is not "billion"
    boolean usable =
        lemma.length() > 1
            && lemma.length() <= word.length() + 2
            && lemma.chars().allMatch(Character::isLetter);
    return usable ? lemma.toLowerCase(Locale.ROOT) : word;
  }

  private static List<String> distinct(String... terms) {
    return List.copyOf(new LinkedHashSet<>(List.of(terms)));
  }
}
