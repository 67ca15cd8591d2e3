package org.postrider.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

  private static final Duration WEEK = Duration.ofDays(7);

  private Instant now = Instant.parse("2026-05-05T10:00:00Z");
  private final Tokens tokens = new Tokens(Secret.of(bytes(32, 7)), () -> now);

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 42, Long.MAX_VALUE, Long.MIN_VALUE, -1})
  void aTokenGivesItsSubjectBack(long subject) {
    String token = tokens.sign(Purpose.CONFIRM, subject);
    assertThat(token).hasSize(Tokens.LENGTH).matches("[A-Za-z0-9_-]+");
    assertThat(tokens.subject(Purpose.CONFIRM, token)).hasValue(subject);
  }

  @Test
  void aTokenIsTheSameOnEveryMachineWithTheSameSecret() {
    assertThat(tokens.sign(Purpose.UNSUBSCRIBE, 42))
        .isEqualTo(new Tokens(Secret.of(bytes(32, 7)), () -> now).sign(Purpose.UNSUBSCRIBE, 42))
        .startsWith("AQAAAAAAAAAqAGn5");
  }

  @Test
  void aTokenForOnePurposeIsWorthlessForAnother() {
    String token = tokens.sign(Purpose.CONFIRM, 42);
    assertThat(tokens.subject(Purpose.UNSUBSCRIBE, token)).isEmpty();
  }

  @Test
  void aTokenOfAnotherSecretIsWorthless() {
    String token = new Tokens(Secret.of(bytes(32, 8)), () -> now).sign(Purpose.CONFIRM, 42);
    assertThat(tokens.subject(Purpose.CONFIRM, token)).isEmpty();
  }

  @Test
  void aChangeOfAnyCharacterSpoilsIt() {
    String token = tokens.sign(Purpose.CONFIRM, 42);
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=. ";
    for (int i = 0; i < token.length(); i++) {
      for (char letter : letters.toCharArray()) {
        String changed = token.substring(0, i) + letter + token.substring(i + 1);
        if (letter != token.charAt(i)) {
          assertThat(tokens.subject(Purpose.CONFIRM, changed)).as(changed).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "x", "AQAAAAAAAAAqAGn5", "ı", "%00", "\uD83D\uDE00"})
  void garbageGivesNothing(String garbage) {
    assertThat(tokens.subject(Purpose.CONFIRM, garbage)).isEmpty();
    assertThat(tokens.subject(Purpose.CONFIRM, garbage, WEEK)).isEmpty();
  }

  @Test
  void randomGarbageGivesNothing() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      String garbage =
          random
              .ints(random.nextInt(60), 0, 0x3000)
              .filter(Character::isDefined)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      assertThat(tokens.subject(Purpose.CONFIRM, garbage)).isEmpty();
    }
  }

  @Test
  void aTokenWithPaddingOrSpaceAtItsEndIsNotTheSameToken() {
    String token = tokens.sign(Purpose.CONFIRM, 42);
    for (String tail : new String[] {"=", "==", " ", "\n", "A"}) {
      assertThat(tokens.subject(Purpose.CONFIRM, token + tail)).isEmpty();
    }
  }

  @Test
  void aTokenLivesItsLifetimeAndNotASecondLonger() {
    String token = tokens.sign(Purpose.CONFIRM, 42);
    now = now.plus(WEEK);
    assertThat(tokens.subject(Purpose.CONFIRM, token, WEEK)).hasValue(42);
    now = now.plusSeconds(1);
    assertThat(tokens.subject(Purpose.CONFIRM, token, WEEK)).isEmpty();
    assertThat(tokens.subject(Purpose.CONFIRM, token)).hasValue(42);
  }

  @Test
  void theTimeOfIssueOutlivesTheYear2106() {
    now = Instant.parse("2110-01-01T00:00:00Z");
    String token = tokens.sign(Purpose.CONFIRM, 42);
    now = now.plus(Duration.ofDays(6));
    assertThat(tokens.subject(Purpose.CONFIRM, token, WEEK)).hasValue(42);
    now = now.plus(Duration.ofDays(2));
    assertThat(tokens.subject(Purpose.CONFIRM, token, WEEK)).isEmpty();
  }

  @Test
  void aKeyedHashDependsOnSecretLabelAndText() {
    Tokens others = new Tokens(Secret.of(bytes(32, 8)), () -> now);
    Set<String> hashes = new HashSet<>();
    hashes.add(tokens.keyedHash("a", "x"));
    hashes.add(tokens.keyedHash("b", "x"));
    hashes.add(tokens.keyedHash("a", "y"));
    hashes.add(others.keyedHash("a", "x"));
    assertThat(hashes).hasSize(4).allMatch(hash -> hash.matches("[0-9a-f]{32}"));
    assertThat(tokens.keyedHash("a", "x")).isEqualTo(tokens.keyedHash("a", "x"));
  }

  private static byte[] bytes(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
