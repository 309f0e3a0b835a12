package docimo.api;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Whose requests are counted together. */
final class Caller {

  /** Half of an IPv6 address names a network; whoever has one has all addresses in it. */
  private static final int NETWORK_BYTES = 8;

  private Caller() {}

  /** Who asks: the key that was shown, or where the request comes from when none was. */
  static String of(Context ctx) {
    String key = Requester.of(ctx).keyId();
    return key == null ? address(ctx) : "key " + key;
  }

  /** Where the request comes from: an IPv4 address or an IPv6 network. */
  static String address(Context ctx) {
    return network(ctx.ip());
  }

  /**
   * Whose keys of requests that may come again: those of the API key; as long as there is none, all
   * callers are one. An address would not do, for who sends again may come from another one.
   */
  static String keyOwner(Context ctx) {
    String key = Requester.of(ctx).keyId();
    return key == null ? "anonymous" : "key " + key;
  }

  static String network(String ip) {
    if (ip.indexOf(':') < 0) {
      return ip;
    }
    try {
      InetAddress address = InetAddress.getByName(ip); // a literal: no name is looked up
      return address instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
          : address.getHostAddress();
    } catch (UnknownHostException e) {
      return ip;
    }
  }
}
