package docimo.app;

/** The service cannot start; the message says why and what to do. */
public final class StartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StartException(String message, Throwable cause) {
    super(message, cause);
  }

  private StartException(String message) {
    super(message);
  }

  /**
   * Nobody could be told from anybody else.
   *
   * @param host that others reach
   */
  static StartException withoutKeys(String host) {
    return new StartException(
        "there is no key, and whoever reaches "
            + host
            + " could read and change everything; make one with 'docimo key create --name NAME"
            + " --scope admin' (and the same --db), or leave out --host to listen on this machine"
            + " only");
  }
}
