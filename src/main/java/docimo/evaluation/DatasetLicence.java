package docimo.evaluation;

import java.util.Map;

/** What is known of the licences of public data sets. */
public final class DatasetLicence {

  private static final String NONE = "none stated";

  private static final Map<String, String> KNOWN =
      Map.of(
          "mohler", "CC BY 4.0 per its card",
          "scientsbank", "CC BY-SA 3.0",
          "beetle", "CC BY-SA 3.0",
          "saf_en", "MIT",
          "stita", "CC BY-SA 4.0",
          "digiklausur", "MPL-2.0",
          "cunlp", NONE);

  private DatasetLicence() {}

  /** The licence as it was found; "not known to docimo" for data of the user's own. */
  public static String of(String dataset) {
    return KNOWN.getOrDefault(dataset, "not known to docimo");
  }

  /** Whether a model may be fitted on a data set: not where its publisher states no licence. */
  public static boolean allowsFitting(String dataset) {
    return !NONE.equals(KNOWN.get(dataset));
  }
}
