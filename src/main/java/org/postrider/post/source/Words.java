package org.postrider.post.source;

import java.util.Locale;
import java.util.Optional;

/** What an author means by a scalar, whatever YAML makes of it. */
public final class Words {
  private Words() {}

  /** The booleans of YAML 1.1, in any case, quoted or not. */
  public static Optional<Boolean> truth(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> Optional.of(true);
      case "false", "no", "off" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** White space collapsed and trimmed. */
  public static String collapse(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
        blank = !out.isEmpty();
      } else {
        if (blank) {
          out.append(' ');
        }
        blank = false;
        out.append(c);
      }
    }
    return out.toString();
  }
}
