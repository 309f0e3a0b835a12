package docimo.screening;

import java.util.Optional;

/** Frozen percentiles, in a transaction (port). */
public interface PercentileBook {

  /** Keeps new ones. */
  void insert(FrozenPercentiles percentiles);

  /** The last ones of a screening. */
  Optional<FrozenPercentiles> newest(String screeningId);
}
