package docimo.embedding;

import docimo.testing.WordHashEncoder;

class WordHashEncoderTest extends TextEncoderContract {

  @Override
  TextEncoder encoder() {
    return new WordHashEncoder();
  }

  @Override
  int pieces(String text) {
    return text.strip().split("\\s+").length;
  }
}
