package docimo.embedding;

/** An encoder cannot be loaded or has failed. The message names the model and never the text. */
public final class EncoderException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EncoderException(String message) {
    super(message);
  }

  EncoderException(String message, Throwable cause) {
    super(message, cause);
  }
}
