package docimo.screening.audit;

/**
 * Where a chain ends. Whoever keeps one elsewhere can tell later that nothing before it was
 * changed, not even by somebody who wrote the whole chain anew. Immutable.
 *
 * @param sequence of the last event; 0 when there is none
 * @param hash of the last event; {@link Chain#START} when there is none
 */
public record ChainHead(long sequence, String hash) {

  /** The head of a chain without events. */
  public static final ChainHead EMPTY = new ChainHead(0, Chain.START);
}
