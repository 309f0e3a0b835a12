package docimo.api;

import docimo.access.Scope;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a route asks of who calls it. Each route says it where it is registered. Immutable.
 *
 * @param kind what sort of need it is
 * @param scopes any one of these will do, and {@link Scope#ADMIN} always does; empty for {@link
 *     Kind#NOTHING}
 */
record Need(Kind kind, Set<Scope> scopes) {

  /** Sorts of needs. */
  enum Kind {
    /** Open to everybody, always. */
    NOTHING,
    /** A key with a scope. */
    SCOPE,
    /** A key of the operator: with the scope admin, and of the tenant that is always there. */
    OPERATOR
  }

  /** Open to everybody, always: says nothing of anybody's data. */
  static final Need NOTHING = new Need(Kind.NOTHING, Set.of());

  /** For what shows things of all tenants at once. */
  static final Need OPERATOR = new Need(Kind.OPERATOR, Set.of(Scope.ADMIN));

  /** Keeps its own copy. */
  Need {
    scopes = Set.copyOf(scopes);
  }

  /** A key with any one of these scopes. */
  static Need of(Scope first, Scope... others) {
    return new Need(Kind.SCOPE, EnumSet.of(first, others));
  }

  /** As documentation names it: "grade or review". */
  String words() {
    return switch (kind) {
      case NOTHING -> "open";
      case SCOPE ->
          Arrays.stream(Scope.values())
              .filter(scopes::contains)
              .map(Scope::wireName)
              .collect(Collectors.joining(" or "));
      case OPERATOR -> Scope.ADMIN.wireName() + " of the tenant default";
    };
  }
}
