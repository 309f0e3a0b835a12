package docimo.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TraceTest {

  @Test
  void classesAndFramesOfAllCausesAreThereAndNoMessage() {
    Exception cause = new IllegalArgumentException("secret words of a candidate");
    Exception thrown = new IllegalStateException(cause);

    assertThat(Trace.of(thrown))
        .startsWith("java.lang.IllegalStateException\n  at docimo.batch.TraceTest.classes")
        .contains("\ncaused by java.lang.IllegalArgumentException\n  at docimo.batch.TraceTest.")
        .doesNotContain("secret")
        .hasLineCount(2 + thrown.getStackTrace().length + cause.getStackTrace().length);
  }

  @Test
  void causesThatGoRoundInACircleEnd() {
    Exception one = new IllegalStateException();
    one.initCause(new IllegalArgumentException(one));

    assertThat(Trace.of(one)).containsOnlyOnce("IllegalStateException");
  }
}
