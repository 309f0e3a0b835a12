package docimo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import docimo.access.RefusedKeyException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeysTest {

  private final Random random = new Random(42);
  private final MemoryKeyBook book = new MemoryKeyBook();
  private Instant time = Instant.parse("2026-11-25T10:00:00Z");
  private long elapsed;
  private final Keys keys = process();

  /** A process that works with the keys. */
  private Keys process() {
    return new Keys(
        book,
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return time;
          }
        },
        count -> {
          byte[] bytes = new byte[count];
          random.nextBytes(bytes);
          return bytes;
        },
        () -> elapsed);
  }

  private void pass(Duration duration) {
    time = time.plus(duration);
    elapsed += duration.toNanos();
  }

  private Keys.Issued made() {
    return keys.create("default", "portal", Set.of(Scope.GRADE), null, "rita");
  }

  private static Reason refused(Keys by, String secret) {
    return catchThrowableOfType(RefusedKeyException.class, () -> by.authenticate(secret)).reason();
  }

  @Test
  void theSecretOpensTheKeyAndOnlyItsHashIsKept() {
    Keys.Issued issued = made();
    String secret = issued.secret().text();
    assertThat(secret).matches("docimo_" + issued.key().id() + "_[0-9a-f]{56}");
    assertThat(keys.authenticate(secret).id()).isEqualTo(issued.key().id());
    KeyRecord kept = Objects.requireNonNull(book.kept.get(issued.key().id()));
    assertThat(kept.secretHash()).matches("[0-9a-f]{64}");
    String random = secret.substring(24, 72);
    assertThat(kept.secretHash()).doesNotContain(random);
    assertThat(issued.toString() + kept + keys.list("default")).doesNotContain(random);
    assertThat(kept.toString()).doesNotContain(kept.secretHash());
  }

  /** A newer docimo may have made it on the same database; the others must still be listed. */
  @Test
  void aKeyForNothingThatIsKnownOpensNothingAndNobodyMakesOne() {
    ApiKey later = new ApiKey("0123456789abcdef", "x", "acme", Set.of(), time, null, null, null);

    assertThat(later.mayAnyOf(Set.of(Scope.values()))).isFalse();
    assertThatThrownBy(() -> keys.create("acme", "x", Set.of(), null, "rita"))
        .isInstanceOf(InvalidAccessException.class)
        .hasMessageContaining("at least one scope");
  }

  /** One letter wrong anywhere, two exchanged, one missing, one more: never "unknown". */
  @Test
  void aMistypedSecretIsToldFromOneThatIsNotKnown() {
    String secret = made().secret().text();
    int asked = book.finds;
    for (int i = 0; i < secret.length(); i++) {
      char other = secret.charAt(i) == '7' ? '8' : '7';
      assertThat(refused(keys, secret.substring(0, i) + other + secret.substring(i + 1)))
          .as("letter " + i)
          .isEqualTo(Reason.MISTYPED);
      assertThat(refused(keys, secret.substring(0, i) + secret.substring(i + 1)))
          .isEqualTo(Reason.MISTYPED);
    }
    assertThat(book.finds).as("nobody asks the database for those").isEqualTo(asked);
    Keys.Issued foreign =
        new Keys(new MemoryKeyBook(), Clock.systemUTC(), count -> new byte[count])
            .create("default", "x", Set.of(Scope.ADMIN), null, "x");
    assertThat(refused(keys, foreign.secret().text())).isEqualTo(Reason.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "docimo_", "password", "docimo_é", "docimo_0000000000000000_"})
  void whatIsNoSecretIsRefused(String text) {
    made();
    assertThat(refused(keys, text)).isEqualTo(Reason.MISTYPED);
  }

  /** Who knows the id alone, which is in lists and logs, learns nothing of the state of the key. */
  @Test
  void anotherSecretOfTheSameKeyIsNotKnownEvenWhenTheKeyIsRevoked() {
    Keys.Issued issued = made();
    Secret guessed = Secret.make(issued.key().id(), count -> new byte[count]);
    assertThat(refused(keys, guessed.text())).isEqualTo(Reason.UNKNOWN);
    keys.revoke(issued.key().id(), "rita");
    assertThat(refused(keys, guessed.text())).isEqualTo(Reason.UNKNOWN);
  }

  @Test
  void afterARotationBothSecretsWorkUntilTheOverlapIsOver() {
    Keys.Issued first = made();
    Keys.Issued second = keys.rotate(first.key().id(), Duration.ofHours(2), "rita");
    assertThat(second.key().id()).isEqualTo(first.key().id());
    pass(Duration.ofMinutes(119));
    keys.authenticate(first.secret().text());
    keys.authenticate(second.secret().text());
    pass(Duration.ofMinutes(1));
    assertThat(refused(keys, first.secret().text())).isEqualTo(Reason.REPLACED);
    keys.authenticate(second.secret().text());
  }

  @Test
  void aSecondRotationEndsTheOldestSecretAtOnce() {
    Keys.Issued first = made();
    keys.rotate(first.key().id(), Duration.ofHours(2), "rita");
    keys.rotate(first.key().id(), Duration.ofHours(2), "rita");
    assertThat(refused(keys, first.secret().text())).isEqualTo(Reason.UNKNOWN);
  }

  @Test
  void aRevokedKeyEndsAtOnceHereAndSecondsLaterElsewhere() {
    Keys elsewhere = process();
    Keys.Issued issued = made();
    elsewhere.authenticate(issued.secret().text());
    keys.revoke(issued.key().id(), "rita");
    assertThat(refused(keys, issued.secret().text())).isEqualTo(Reason.REVOKED);
    elsewhere.authenticate(issued.secret().text());
    pass(Keys.STALE);
    assertThat(refused(elsewhere, issued.secret().text())).isEqualTo(Reason.REVOKED);
    assertThatThrownBy(() -> keys.rotate(issued.key().id(), Duration.ZERO, "rita"))
        .isInstanceOf(AccessConflictException.class)
        .hasMessageContaining("for good");
  }

  @Test
  void revokingEndsTheReplacedSecretToo() {
    Keys.Issued first = made();
    keys.rotate(first.key().id(), Duration.ofHours(2), "rita");
    keys.revoke(first.key().id(), "rita");
    assertThatThrownBy(() -> keys.authenticate(first.secret().text()))
        .isInstanceOf(RefusedKeyException.class);
  }

  @Test
  void aKeyEndsWithItsTime() {
    Keys.Issued issued =
        keys.create("default", "short", Set.of(Scope.GRADE), Duration.ofDays(1), "rita");
    pass(Duration.ofDays(1).minusSeconds(1));
    keys.authenticate(issued.secret().text());
    pass(Duration.ofSeconds(1));
    assertThat(refused(keys, issued.secret().text())).isEqualTo(Reason.EXPIRED);
  }

  @Test
  void useIsNotedOnceAMinuteAndKeysAreReadOnceInAWhile() {
    Keys.Issued issued = made();
    int before = book.finds;
    for (int i = 0; i < 1_000; i++) {
      keys.authenticate(issued.secret().text());
    }
    assertThat(book.uses).isEqualTo(1);
    assertThat(book.finds - before).isEqualTo(1);
    pass(Duration.ofSeconds(61));
    keys.authenticate(issued.secret().text());
    keys.authenticate(issued.secret().text());
    assertThat(book.uses).isEqualTo(2);
  }

  @Test
  void whatWasClosedOnceDoesNotOpenAgain() {
    assertThat(keys.isEmpty()).isTrue();
    Keys.Issued issued = made();
    assertThat(keys.isEmpty()).isFalse();
    keys.revoke(issued.key().id(), "rita");
    assertThat(keys.isEmpty()).isFalse();
    assertThat(process().isEmpty()).isFalse();
  }

  @Test
  void theFirstKeyIsNoticedByOtherProcessesInSeconds() {
    Keys elsewhere = process();
    assertThat(elsewhere.isEmpty()).isTrue();
    made();
    pass(Keys.STALE);
    assertThat(elsewhere.isEmpty()).isFalse();
  }

  @Test
  void adminMayEverythingAndNoOtherScopeIncludesAnother() {
    for (Scope held : Scope.values()) {
      ApiKey key = keys.create("default", held.name(), Set.of(held), null, "rita").key();
      for (Scope needed : Scope.values()) {
        assertThat(key.mayAnyOf(Set.of(needed))).isEqualTo(held == Scope.ADMIN || held == needed);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", "a\nb", "na\u00EFve", "a via b ", "x/y"})
  void whatIsNoNameIsNot(String name) {
    assertThatThrownBy(() -> keys.create("default", name, Set.of(Scope.GRADE), null, "rita"))
        .isInstanceOf(InvalidAccessException.class)
        .hasMessageContaining("'name'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Acme", "1st", "a-b", "a b", "a\"b", "x.y", "ä"})
  void whatIsNoTenantIsNot(String name) {
    assertThatThrownBy(() -> new Tenant(name, time)).isInstanceOf(InvalidAccessException.class);
  }

  @Test
  void timesOutOfRangeAreRefused() {
    String id = made().key().id();
    assertThatThrownBy(
            () -> keys.create("default", "x", Set.of(Scope.GRADE), Duration.ZERO, "rita"))
        .hasMessageContaining("from 1 to 3650");
    assertThatThrownBy(() -> keys.rotate(id, Duration.ofDays(31), "rita"))
        .hasMessageContaining("from 0 to 720");
    assertThatThrownBy(() -> keys.rotate("nobody", Duration.ZERO, "rita"))
        .isInstanceOf(NoSuchAccessException.class);
  }
}
