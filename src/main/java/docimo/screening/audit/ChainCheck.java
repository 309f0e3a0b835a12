package docimo.screening.audit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows a chain from its first event and finds the first that does not fit. For one thread. */
public final class ChainCheck {

  /**
   * Where a chain breaks.
   *
   * @param sequence the event that does not fit
   * @param problem what does not fit, in a sentence without any content of the event
   */
  public record Break(long sequence, String problem) {}

  private ChainHead last = ChainHead.EMPTY;
  private @Nullable Break broken;

  /** Takes the next event. Whatever follows a break is not looked at. */
  public void accept(AuditEvent event) {
    if (broken == null) {
      String problem = problem(event);
      if (problem == null) {
        last = event.head();
      } else {
        broken = new Break(event.sequence(), problem);
      }
    }
  }

  /**
   * The result when there are no more events.
   *
   * @param head where the log says that the chain ends; tells that events at the end are missing
   * @return the first break; empty when the chain is whole
   */
  public Optional<Break> end(ChainHead head) {
    if (broken == null && !head.equals(last)) {
      return Optional.of(
          new Break(
              last.sequence() + 1,
              "the log should end with event " + head.sequence() + " and its hash"));
    }
    return Optional.ofNullable(broken);
  }

  /** The last event that fitted. */
  public ChainHead last() {
    return last;
  }

  private @Nullable String problem(AuditEvent event) {
    if (event.sequence() != last.sequence() + 1) {
      return "events are missing or out of order before it";
    }
    if (!event.previousHash().equals(last.hash())) {
      return "it does not follow the event before it";
    }
    if (!event.hash().equals(hash(event))) {
      return "it was changed after it was written";
    }
    return null;
  }

  private static String hash(AuditEvent event) {
    return Chain.hash(event.previousHash(), event.sequence(), event.at(), event.draft());
  }
}
