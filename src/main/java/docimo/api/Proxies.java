package docimo.api;

import java.util.List;

/**
 * The proxies in front of the service, and how they say who the client is. Immutable.
 *
 * @param trusted where they are; what others say of a client is ignored
 * @param spoken which headers they set
 */
public record Proxies(List<AddressBlock> trusted, Spoken spoken) {

  /** The headers that say for whom a proxy asks. A proxy must not let those of clients through. */
  public enum Spoken {
    /** {@code Forwarded} where there is one, otherwise {@code X-Forwarded-*}. */
    EITHER,
    /** {@code Forwarded} alone (RFC 7239). */
    FORWARDED,
    /** {@code X-Forwarded-For}, {@code -Proto}, {@code -Host} and {@code -Port} alone. */
    X_FORWARDED
  }

  /** No proxy: what headers say of a client is ignored. */
  public static final Proxies NONE = new Proxies(List.of(), Spoken.EITHER);

  /** Copies the list. */
  public Proxies {
    trusted = List.copyOf(trusted);
  }
}
