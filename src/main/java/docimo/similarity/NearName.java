package docimo.similarity;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Finds the name that somebody who mistyped one most likely meant. Stateless and thread-safe. */
public final class NearName {

  /** One edit in so many letters is a slip; more of them are another name. */
  private static final int LETTERS_AN_EDIT = 4;

  private NearName() {}

  /**
   * The name that is nearest to what was written; of several the first one.
   *
   * @return empty when all are too far away
   */
  public static Optional<String> of(String written, Collection<String> names) {
    DamerauLevenshteinDistance distance = new DamerauLevenshteinDistance();
    return names.stream()
        .min(Comparator.comparing(name -> distance.apply(written, name)))
        .filter(
            name -> distance.apply(written, name) <= Math.max(2, name.length() / LETTERS_AN_EDIT));
  }
}
