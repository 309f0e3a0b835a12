package docimo.screening;

/** Whether a screening takes answers and reviews. */
public enum ScreeningState {
  /** It takes answers. */
  OPEN,
  /** It takes no more answers; reviews, appeals and regrades go on. */
  CLOSED,
  /** Nothing changes any more but what has to be forgotten. */
  ARCHIVED;

  /** Whether it may become the other: open and closed either way, archived only from closed. */
  public boolean mayBecome(ScreeningState next) {
    return switch (this) {
      case OPEN -> next == CLOSED;
      case CLOSED -> next == OPEN || next == ARCHIVED;
      case ARCHIVED -> false;
    };
  }
}
