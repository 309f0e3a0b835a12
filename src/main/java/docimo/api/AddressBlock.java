package docimo.api;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One address or a block of them, such as {@code 10.0.0.0/8}. Immutable.
 *
 * @param address the first one
 * @param prefix how many bits of it all addresses of the block share
 */
public record AddressBlock(InetAddress address, int prefix) {

  private static final Pattern BLOCK =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:/(\\d{1,3}))?");

  /**
   * Reads a block. Names of machines are none: nobody is asked.
   *
   * @return empty when it is no address
   */
  public static Optional<AddressBlock> read(String text) {
    Matcher block = BLOCK.matcher(text);
    if (!block.matches()) {
      return Optional.empty();
    }
    try {
      InetAddress address = InetAddress.getByName(block.group(1));
      int bits = address.getAddress().length * Byte.SIZE;
      int prefix = block.group(2) == null ? bits : Integer.parseInt(block.group(2));
      return prefix > bits ? Optional.empty() : Optional.of(new AddressBlock(address, prefix));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Whether an address is in it. */
  boolean has(InetAddress other) {
    byte[] mine = address.getAddress();
    byte[] others = other.getAddress();
    int free = mine.length * Byte.SIZE - prefix;
    return mine.length == others.length
        && new BigInteger(1, mine)
            .shiftRight(free)
            .equals(new BigInteger(1, others).shiftRight(free));
  }
}
