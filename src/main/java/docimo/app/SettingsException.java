package docimo.app;

import java.util.List;

/** Settings are wrong; the message names all that is, where it stands and what to do. */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  SettingsException(List<String> problems) {
    super(
        problems.size() == 1
            ? problems.get(0)
            : problems.size() + " settings are wrong:\n  " + String.join("\n  ", problems));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, each in a sentence. */
  public List<String> problems() {
    return problems;
  }
}
