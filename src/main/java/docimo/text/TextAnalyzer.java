package docimo.text;

/**
 * Takes English prose apart into sentences and tokens. Implementations are safe for use by several
 * threads, give equal results for equal texts, and read every text whatever it holds.
 */
public interface TextAnalyzer {

  /**
   * Analyses a text.
   *
   * @param text any text, possibly empty
   * @return its sentences and tokens, with offsets into {@code text} as given
   */
  AnalyzedText analyze(String text);
}
