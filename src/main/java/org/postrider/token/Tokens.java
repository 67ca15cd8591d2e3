package org.postrider.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and checks tokens: 40 characters of base64url (RFC 4648 section 5) holding a key number, a
 * subject, the time of issue and 128 bits of HMAC-SHA-256 (RFC 2104) over them and the purpose.
 * Safe for use by several threads.
 *
 * <pre>
 * byte  0        1 .. 8     9 .. 13                14 .. 29
 *      +--------+----------+----------------------+----------------------+
 *      | key, 1 | subject  | issued, seconds 1970 | first half of a MAC  |
 *      +--------+----------+----------------------+----------------------+
 * </pre>
 */
public final class Tokens {

  /** Of every token, in characters. */
  public static final int LENGTH = 40;

  private static final byte KEY_NUMBER = 1;
  private static final int PAYLOAD = 1 + Long.BYTES + 5;
  private static final int MAC = 16;
  private static final long LATEST = (1L << 40) - 1;

  private final Secret secret;
  private final InstantSource clock;
  private final Map<Purpose, SecretKeySpec> keys = new EnumMap<>(Purpose.class);

  public Tokens(Secret secret, InstantSource clock) {
    this.secret = secret;
    this.clock = clock;
    for (Purpose purpose : Purpose.values()) {
      keys.put(purpose, secret.derive("token/" + purpose.name()));
    }
  }

  /** A token that permits {@code purpose} on {@code subject}, issued now. */
  public String sign(Purpose purpose, long subject) {
    return sign(purpose, subject, clock.instant());
  }

  /** The same, issued at {@code issuedAt}: the same arguments give the same token. */
  public String sign(Purpose purpose, long subject, Instant issuedAt) {
    long issued = Math.max(0, Math.min(LATEST, issuedAt.getEpochSecond()));
    ByteBuffer token = ByteBuffer.allocate(PAYLOAD + MAC);
    token.put(KEY_NUMBER).putLong(subject).put((byte) (issued >>> 32)).putInt((int) issued);
    token.put(mac(purpose, Arrays.copyOf(token.array(), PAYLOAD)));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
  }

  /**
   * The subject of a genuine token for {@code purpose}, however old; empty for anything else. Never
   * throws.
   */
  public OptionalLong subject(Purpose purpose, String token) {
    return genuine(purpose, token)
        .map(payload -> OptionalLong.of(payload.getLong(1)))
        .orElseGet(OptionalLong::empty);
  }

  /** The same, but empty also for a token older than {@code lifetime}. */
  public OptionalLong subject(Purpose purpose, String token, Duration lifetime) {
    return genuine(purpose, token)
        .filter(payload -> !isOlder(payload, lifetime))
        .map(payload -> OptionalLong.of(payload.getLong(1)))
        .orElseGet(OptionalLong::empty);
  }

  /**
   * A keyed hash of {@code text} in 32 lower-case hexadecimal digits; {@code label} keeps uses
   * apart.
   */
  public String keyedHash(String label, String text) {
    byte[] hash =
        Secret.hmac(secret.derive("hash/" + label), text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, MAC);
  }

  private Optional<ByteBuffer> genuine(Purpose purpose, String token) {
    if (token == null || token.length() != LENGTH) {
      return Optional.empty();
    }
    byte[] bytes;
    try {
      // 40 characters are exactly 30 bytes, so there are no spare bits: one token, one spelling.
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length != PAYLOAD + MAC || bytes[0] != KEY_NUMBER) {
      return Optional.empty();
    }
    byte[] payload = Arrays.copyOf(bytes, PAYLOAD);
    byte[] mac = Arrays.copyOfRange(bytes, PAYLOAD, bytes.length);
    return MessageDigest.isEqual(mac, mac(purpose, payload))
        ? Optional.of(ByteBuffer.wrap(payload))
        : Optional.empty();
  }

  private boolean isOlder(ByteBuffer payload, Duration lifetime) {
    long issued = (payload.get(9) & 0xffL) << 32 | payload.getInt(10) & 0xffff_ffffL;
    Duration age = Duration.between(Instant.ofEpochSecond(issued), clock.instant());
    return age.compareTo(lifetime) > 0;
  }

  private byte[] mac(Purpose purpose, byte[] payload) {
    return Arrays.copyOf(Secret.hmac(keys.get(purpose), payload), MAC);
  }
}
