package docimo.api;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.evaluation.attack.AttackKind;
import docimo.evaluation.attack.AttackPlan;
import docimo.exchange.InvalidFieldException;
import docimo.exchange.JsonFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads the body of {@code POST /v1/questions/{id}/attacks}. */
final class AttackRequest {

  private static final List<String> FIELDS = List.of("kinds", "seed", "pass_mark");

  /** JSON numbers above it are not exact everywhere. */
  private static final double LARGEST_SEED = 1L << 53;

  private AttackRequest() {}

  /**
   * @throws InvalidFieldException when a field is unknown or not what it must be
   */
  static AttackPlan read(JsonNode body) {
    JsonFields fields = JsonFields.of(body, "").allow(FIELDS);
    double passMark = fields.number("pass_mark").orElse(AttackPlan.DEFAULT_PASS_MARK);
    if (!AttackPlan.isPassMark(passMark)) {
      throw new InvalidFieldException("/pass_mark", "must be above 0 and at most 1");
    }
    return AttackPlan.of(kinds(fields), seed(fields), passMark);
  }

  private static long seed(JsonFields fields) {
    double seed = fields.number("seed").orElse((double) AttackPlan.DEFAULT_SEED);
    if (seed != Math.rint(seed) || Math.abs(seed) > LARGEST_SEED) {
      throw new InvalidFieldException("/seed", "must be a whole number of at most 2^53");
    }
    return (long) seed;
  }

  private static List<AttackKind> kinds(JsonFields fields) {
    List<String> names = fields.texts("kinds");
    if (names.isEmpty() && fields.has("kinds")) {
      throw new InvalidFieldException("/kinds", "is empty; leave it out to try every kind");
    }
    List<AttackKind> kinds = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      kinds.add(kind(names.get(i), "/kinds/" + i));
    }
    return kinds;
  }

  private static AttackKind kind(String name, String pointer) {
    return Arrays.stream(AttackKind.values())
        .filter(kind -> nameOf(kind).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidFieldException(
                    pointer,
                    "must be one of "
                        + Arrays.stream(AttackKind.values())
                            .map(AttackRequest::nameOf)
                            .collect(Collectors.joining(", "))));
  }

  private static String nameOf(AttackKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
