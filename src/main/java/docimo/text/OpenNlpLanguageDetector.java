package docimo.text;

import java.io.IOException;
import java.io.InputStream;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Ranks English among the 183 languages of OpenNLP's model. Scores of that model are low even when
 * it is right, so only the rank is used. Thread-safe: the model is shared, a detector is made for
 * each call.
 */
public final class OpenNlpLanguageDetector implements LanguageDetector {

  private static final String ENGLISH = "eng";
  private static final int SHORTEST_JUDGED = 40;
  private static final int LONGEST_JUDGED = 2000;

  private final LanguageDetectorModel model;

  private OpenNlpLanguageDetector(LanguageDetectorModel model) {
    this.model = model;
  }

  /**
   * Loads the model; the stream is read to its end and not closed.
   *
   * @throws IOException when the stream cannot be read or holds no such model
   */
  public static OpenNlpLanguageDetector load(InputStream in) throws IOException {
    return new OpenNlpLanguageDetector(new LanguageDetectorModel(in));
  }

  @Override
  public int rankOfEnglish(String text) {
    if (text.length() < SHORTEST_JUDGED) {
      return 1;
    }
    String sample = text.substring(0, Math.min(text.length(), LONGEST_JUDGED));
    Language[] languages = new LanguageDetectorME(model).predictLanguages(sample);
    for (int i = 0; i < languages.length; i++) {
      if (languages[i].getLang().equals(ENGLISH)) {
        return i + 1;
      }
    }
    return languages.length + 1;
  }
}
