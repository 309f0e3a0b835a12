package docimo.app;

import docimo.text.LanguageDetector;
import docimo.text.OpenNlpLanguageDetector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The language detector, made from its checked model when it is first asked. Its model is by far
 * the largest and takes longer to build than all others, and only an answer that does not look like
 * English needs it. Thread-safe.
 */
final class LazyLanguageDetector implements LanguageDetector {

  private @Nullable InputStream model;
  private volatile @Nullable LanguageDetector loaded;

  /**
   * Keeps a model for later.
   *
   * @param model the content of the model, in memory
   */
  LazyLanguageDetector(InputStream model) {
    this.model = model;
  }

  @Override
  public int rankOfEnglish(String text) {
    LanguageDetector detector = loaded;
    return (detector == null ? load() : detector).rankOfEnglish(text);
  }

  private synchronized LanguageDetector load() {
    LanguageDetector detector = loaded;
    if (detector == null) {
      try {
        detector = OpenNlpLanguageDetector.load(Objects.requireNonNull(model));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      loaded = detector;
      model = null;
    }
    return detector;
  }
}
