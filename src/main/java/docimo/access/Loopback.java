package docimo.access;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Whether an address is of this machine only. */
public final class Loopback {

  private Loopback() {}

  /**
   * Whether only this machine reaches what listens there.
   *
   * @param host an address or a name; one that is not known is none
   */
  public static boolean is(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
