package docimo.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import docimo.grading.Familiarity.Range;
import docimo.grading.Familiarity.Strangeness;
import docimo.grading.Grade.Review;
import docimo.grading.Grade.ReviewReasonGiven;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReviewPolicyTest {

  private static final List<Double> NARROW = List.of(0.6, 0.8);
  private static final List<Double> WIDE = List.of(0.0, 0.96);

  @Test
  void aClearMarkIsSentToNobody() {
    Review review = ReviewPolicy.DEFAULT.review(doubt(NARROW, 0.2, null));

    assertThat(review.required()).isFalse();
    assertThat(review.reasons()).isEmpty();
    assertThat(review.doubt()).isEqualTo(0.2);
  }

  @Test
  void eachReasonHoldsFromItsLimitOn() {
    assertThat(codes(doubt(WIDE, 0, null))).containsExactly(ReviewReason.WIDE_INTERVAL);
    assertThat(codes(doubt(List.of(0.05, 0.99), 0, null))).isEmpty();
    assertThat(codes(doubt(NARROW, 0.45, null))).containsExactly(ReviewReason.SIGNALS_DISAGREE);
    assertThat(codes(doubt(NARROW, 0.449, null))).isEmpty();
    assertThat(codes(doubt(NARROW, 0, strange(150))))
        .containsExactly(ReviewReason.UNFAMILIAR_ANSWER);
    assertThat(codes(doubt(NARROW, 0, strange(149)))).isEmpty();
    assertThat(codes(doubt(NARROW, 0, null, "shuffled"))).containsExactly(ReviewReason.HIGH_FLAG);
  }

  @Test
  void whereTheAuthorWroteThePointsWordsMayLieFurtherFromMeaning() {
    assertThat(codes(new Doubt(NARROW, true, 0.74, null, List.of(), 0))).isEmpty();
    assertThat(codes(new Doubt(NARROW, true, 0.75, null, List.of(), 0)))
        .containsExactly(ReviewReason.SIGNALS_DISAGREE);
  }

  @Test
  void anIntervalThatOnlyTouchesABorderIsNotAcrossIt() throws IOException {
    ReviewPolicy narrow = read("wide_interval.width = 0.2\nwide_interval.reach = 0.1\n");

    assertThat(narrow.review(doubt(List.of(0.64, 0.84), 0, null)).required()).isFalse();
    assertThat(narrow.review(doubt(List.of(0.5, 0.7), 0, null)).required()).isFalse();
    assertThat(narrow.review(doubt(List.of(0.5, 0.76), 0, null)).required()).isTrue();
  }

  @Test
  void aMarkThatWasNotMeasuredHasNoWideInterval() {
    assertThat(codes(doubt(null, 0, null))).isEmpty();
    assertThat(doubt(null, 0, null).value()).isGreaterThan(doubt(WIDE, 0, null).value());
  }

  @ParameterizedTest
  @EnumSource(ReviewReason.class)
  void eachReasonCanBeSwitchedOff(ReviewReason reason) throws IOException {
    ReviewPolicy policy = read(ReviewPolicyReader.key(reason) + " = off\n");

    assertThat(codes(policy, everything()))
        .doesNotContain(reason)
        .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(reason)));
  }

  @Test
  void aPolicyMaySendNobodyAndDoubtStays() {
    Review review = ReviewPolicy.NOBODY.review(everything());

    assertThat(review.required()).isFalse();
    assertThat(review.doubt()).isEqualTo(everything().value());
  }

  @Test
  void reasonsAreSentencesThatNameTheirNumbers() {
    assertThat(ReviewPolicy.DEFAULT.review(everything()).reasons())
        .extracting(ReviewReasonGiven::message)
        .containsExactly(
            "People may give anything from 0.00 to 0.96, across 4 borders between bands.",
            "Its words and its meaning speak for different marks: coverage by keywords and by"
                + " meaning are 0.50 apart.",
            "It seems to say the opposite of a key point.",
            "It was flagged: shuffled.",
            "It is unlike the answers that the scoring model was fitted on: it has 300 words, and"
                + " those had 0 to 100.");
  }

  @Test
  void doubtIsAShareAndNeverFallsWithMoreToLookAt() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 2000; i++) {
      double low = random.nextDouble() / 2;
      double high = 0.5 + random.nextDouble() / 2;
      double apart = random.nextDouble();
      double words = random.nextInt(400);
      List<String> flags = random.nextBoolean() ? List.of("x") : List.of();
      Doubt doubt = new Doubt(List.of(low, high), false, apart, strange(words), flags, 0);
      assertThat(doubt.value()).isBetween(0.0, 1.0);
      assertThat(
              List.of(
                  new Doubt(List.of(low / 2, high), false, apart, strange(words), flags, 0),
                  new Doubt(List.of(low, high), false, (1 + apart) / 2, strange(words), flags, 0),
                  new Doubt(List.of(low, high), false, apart, strange(words + 50), flags, 0),
                  new Doubt(List.of(low, high), false, apart, strange(words), add(flags), 0)))
          .allSatisfy(more -> assertThat(more.value()).isGreaterThanOrEqualTo(doubt.value()));
    }
  }

  @Test
  void aPolicyIsReadAsItIsWritten() throws IOException {
    for (ReviewPolicy policy :
        List.of(
            ReviewPolicy.DEFAULT,
            ReviewPolicy.NOBODY,
            new ReviewPolicy(EnumSet.of(ReviewReason.HIGH_FLAG), 0.1, 0.2, 0.3, 0.4, 5))) {
      assertThat(read(policy.toString())).isEqualTo(policy);
      assertThat(read(policy.toString()).version()).isEqualTo(policy.version());
    }
    assertThat(read("")).isEqualTo(ReviewPolicy.DEFAULT);
  }

  @Test
  void policiesThatDecideOtherwiseHaveOtherVersions() {
    assertThat(ReviewPolicy.DEFAULT.version()).matches("review-[0-9a-f]{8}");
    assertThat(ReviewPolicy.NOBODY.version()).isNotEqualTo(ReviewPolicy.DEFAULT.version());
  }

  @Test
  void everyBadValueIsNamedAtOnceWithItsRemedy() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    wide_intervall = on
                    high_flag = yes
                    wide_interval.width = 1.2
                    wide_interval.reach = -0.1
                    signals_disagree.written = NaN
                    unfamiliar_answer.distance = far
                    signals_disagree.derived = 0.4
                    """))
        .isInstanceOf(ReviewPolicyException.class)
        .hasMessageStartingWith("policy.properties: there is no key 'wide_intervall'; known are ")
        .hasMessageContainingAll(
            "wide_interval.reach",
            "high_flag is 'yes'; write on or off",
            "wide_interval.width is '1.2'; write a number from 0 to 1",
            "wide_interval.reach is '-0.1'; write a number from 0 to 1",
            "signals_disagree.written is 'NaN'; write a number from 0 to 1",
            "unfamiliar_answer.distance is 'far'; write a number from 0 to 1000")
        .hasMessageNotContaining("0.4");
    assertThatThrownBy(() -> read("high_flag = \\u00zz"))
        .isInstanceOf(ReviewPolicyException.class)
        .hasMessageContaining("not a properties file");
  }

  @Test
  void limitsOutOfTheirRangeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReviewPolicy(EnumSet.noneOf(ReviewReason.class), 2, 0, 0, 0, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ReviewPolicy(EnumSet.noneOf(ReviewReason.class), 0, 0, 0, 0, Double.NaN));
  }

  private static Doubt everything() {
    return new Doubt(WIDE, false, 0.5, strange(300), List.of("shuffled"), 1);
  }

  private static Doubt doubt(
      @Nullable List<Double> interval,
      double disagreement,
      @Nullable Strangeness strangest,
      String... flags) {
    return new Doubt(interval, false, disagreement, strangest, List.of(flags), 0);
  }

  private static Strangeness strange(double words) {
    return new Strangeness(Familiarity.WORDS, words, new Range(0, 100));
  }

  private static List<String> add(List<String> flags) {
    List<String> more = new ArrayList<>(flags);
    more.add("y");
    return more;
  }

  private static List<ReviewReason> codes(Doubt doubt) {
    return codes(ReviewPolicy.DEFAULT, doubt);
  }

  private static List<ReviewReason> codes(ReviewPolicy policy, Doubt doubt) {
    return policy.review(doubt).reasons().stream().map(ReviewReasonGiven::code).toList();
  }

  private static ReviewPolicy read(String text) throws IOException {
    return ReviewPolicy.read(
        "policy.properties", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
