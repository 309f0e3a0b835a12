package docimo.api;

import org.jspecify.annotations.Nullable;

/** The service cannot speak TLS; the message says why and what to do. */
public final class TlsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TlsException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
