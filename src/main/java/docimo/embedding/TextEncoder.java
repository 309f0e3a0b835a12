package docimo.embedding;

/**
 * Turns texts into vectors such that texts of like meaning have vectors of a high cosine. The same
 * text gives the same vectors, whatever else is encoded at the time. Safe for use by several
 * threads.
 */
public interface TextEncoder {

  /** Name and version of the encoder, as each grade names it. */
  String name();

  /** The length of every vector, above 0. */
  int dimensions();

  /**
   * Encodes a text of any length; nothing of it is ignored.
   *
   * @param text any text, also an empty one
   * @param breaks offsets at which a text that is too long for one pass is best cut (the ends of
   *     its sentences), rising, each above 0; may be empty
   * @throws EncoderException when the model fails
   */
  EncodedText encode(String text, int... breaks);
}
