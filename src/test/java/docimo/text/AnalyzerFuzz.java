package docimo.text;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import docimo.testing.Texts;

/** Any text is analysed, with tokens that lie in it, in its order. */
final class AnalyzerFuzz {

  @FuzzTest(maxDuration = "3m")
  void tokensLieInTheText(FuzzedDataProvider data) {
    AnalyzerPropertiesTest.assertTokensInOrder(Texts.analyze(data.consumeRemainingAsString()));
  }
}
