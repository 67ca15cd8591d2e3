package org.postrider.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of this installation, from which every key is derived. Losing it kills all links in
 * letters sent. Safe for use by several threads.
 */
public final class Secret {

  static final int LENGTH = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  private Secret(byte[] bytes) {
    this.key = new SecretKeySpec(bytes, ALGORITHM);
  }

  /**
   * Reads {@code data/keys/secret}, or makes it (mode 0600) when it is missing. Two processes that
   * do so at once get the same one.
   *
   * @throws IllegalStateException when the file does not hold a secret; says what to do
   * @throws UncheckedIOException when the file can't be read or made
   */
  public static Secret in(Path keysFolder) {
    try {
      return new Secret(new SecretFile(keysFolder).readOrMake());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The secret in \""
              + keysFolder
              + "\" can't be read or made ("
              + e
              + "); let the user that runs Postrider read and write that folder.",
          e);
    }
  }

  /** A secret of known bytes, for several nodes that share one. At least 32 bytes. */
  public static Secret of(byte[] bytes) {
    if (bytes.length < LENGTH) {
      throw new IllegalArgumentException(
          "a secret of " + bytes.length + " bytes is too short; give at least " + LENGTH);
    }
    return new Secret(bytes);
  }

  /** A key of 32 bytes for one use; the same {@code label} gives the same key. */
  SecretKeySpec derive(String label) {
    return new SecretKeySpec(
        hmac(key, ("postrider/1/" + label).getBytes(StandardCharsets.UTF_8)), ALGORITHM);
  }

  /** HMAC-SHA-256 (RFC 2104): 32 bytes. */
  static byte[] hmac(SecretKeySpec key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** Says nothing of the bytes. */
  @Override
  public String toString() {
    return "Secret";
  }
}
