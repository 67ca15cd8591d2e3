package org.postrider.config;

/**
 * The {@code admin} section.
 *
 * @param password empty: none, allowed on loopback only
 */
public record AdminSettings(ListenAddress listen, String password) {

  @Override
  public String toString() {
    return "AdminSettings[listen=" + listen + "]";
  }
}
