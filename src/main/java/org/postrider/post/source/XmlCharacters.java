package org.postrider.post.source;

/** The characters that XML 1.0 allows, and so the only ones that may reach a feed. */
public final class XmlCharacters {
  private XmlCharacters() {}

  // Char ::= #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF]
  // (XML 1.0, section 2.2)
  public static boolean isAllowed(int codePoint) {
    return codePoint == 0x9
        || codePoint == 0xA
        || codePoint == 0xD
        || (codePoint >= 0x20 && codePoint <= 0xD7FF)
        || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
        || codePoint >= 0x10000;
  }

  /** {@code text} without the characters that XML forbids; lone surrogates are among them. */
  public static String scrub(String text) {
    if (text.codePoints().allMatch(XmlCharacters::isAllowed)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().filter(XmlCharacters::isAllowed).forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
