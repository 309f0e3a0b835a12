package docimo.text;

/** Tells English from other languages. Implementations are safe for use by several threads. */
public interface LanguageDetector {

  /**
   * How plausible it is that a text is English, judged by letters and letter sequences.
   *
   * @param text any text
   * @return the rank of English among the languages known, 1 for the likeliest; 1 as well when the
   *     text is too short to tell
   */
  int rankOfEnglish(String text);
}
