package docimo.api;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the service can be told. Each concern has a record of its own, with a default. Immutable.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 takes a free one
 * @param limits how large a request may be
 * @param timeouts how long the service waits
 * @param capacity how much it takes on at once
 * @param rates how many requests a caller may make
 * @param tls the key that it shows; null for HTTP without TLS
 * @param proxies whom it believes of a client
 * @param crossOrigin pages of which origins may read its replies
 * @param volume how much of what comes in great numbers is taken
 */
public record ServiceOptions(
    String host,
    int port,
    Limits limits,
    Timeouts timeouts,
    Capacity capacity,
    RateLimits rates,
    @Nullable Tls tls,
    Proxies proxies,
    CrossOrigin crossOrigin,
    VolumeLimits volume) {

  /** With every default; there are no rates where only this machine can ask. */
  public static ServiceOptions on(String host, int port) {
    return new ServiceOptions(
        host,
        port,
        Limits.DEFAULT,
        Timeouts.DEFAULT,
        Capacity.DEFAULT,
        RateLimits.usual(host),
        null,
        Proxies.NONE,
        CrossOrigin.NONE,
        VolumeLimits.DEFAULT);
  }

  /** The same with other limits. */
  public ServiceOptions with(Limits others) {
    return changed(parts -> parts.limits = others);
  }

  /** The same with other times. */
  public ServiceOptions with(Timeouts others) {
    return changed(parts -> parts.timeouts = others);
  }

  /** The same with another capacity. */
  public ServiceOptions with(Capacity other) {
    return changed(parts -> parts.capacity = other);
  }

  /** The same with other rates. */
  public ServiceOptions with(RateLimits others) {
    return changed(parts -> parts.rates = others);
  }

  /** The same with TLS, or without. */
  public ServiceOptions with(@Nullable Tls other) {
    return changed(parts -> parts.tls = other);
  }

  /** The same behind other proxies. */
  public ServiceOptions with(Proxies others) {
    return changed(parts -> parts.proxies = others);
  }

  /** The same for pages of other origins. */
  public ServiceOptions with(CrossOrigin other) {
    return changed(parts -> parts.crossOrigin = other);
  }

  /** The same with other limits of what comes in great numbers. */
  public ServiceOptions with(VolumeLimits others) {
    return changed(parts -> parts.volume = others);
  }

  private ServiceOptions changed(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return new ServiceOptions(
        host,
        port,
        parts.limits,
        parts.timeouts,
        parts.capacity,
        parts.rates,
        parts.tls,
        parts.proxies,
        parts.crossOrigin,
        parts.volume);
  }

  /** The parts, to be changed. */
  private static final class Parts {
    private Limits limits;
    private Timeouts timeouts;
    private Capacity capacity;
    private RateLimits rates;
    private @Nullable Tls tls;
    private Proxies proxies;
    private CrossOrigin crossOrigin;
    private VolumeLimits volume;

    private Parts(ServiceOptions from) {
      limits = from.limits;
      timeouts = from.timeouts;
      capacity = from.capacity;
      rates = from.rates;
      tls = from.tls;
      proxies = from.proxies;
      crossOrigin = from.crossOrigin;
      volume = from.volume;
    }
  }
}
