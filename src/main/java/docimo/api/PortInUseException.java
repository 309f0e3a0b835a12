package docimo.api;

/** The address that the service should listen on cannot be had. */
public final class PortInUseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int port;

  PortInUseException(String host, int port) {
    super(
        "cannot listen on "
            + host
            + ":"
            + port
            + ": the port is in use or not allowed, or the address is not this machine's; choose"
            + " others with --port and --host");
    this.port = port;
  }

  /** The port that was asked for. */
  public int port() {
    return port;
  }
}
