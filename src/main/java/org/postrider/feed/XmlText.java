package org.postrider.feed;

/** Text as every feed format can carry it. */
final class XmlText {

  private XmlText() {}

  /**
   * The text without the characters that XML 1.0 forbids, and with every line end as one line feed.
   * Posts are cleaned when they are rendered; this is the last gate, because one forbidden
   * character would take all essays out of all readers.
   */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int character = text.codePointAt(i);
      i += Character.charCount(character);
      if (character == '\r') {
        // XML 1.0, 2.11: parsers turn "#xD #xA and any #xD that is not followed by #xA" to #xA.
        boolean pair = i < text.length() && text.charAt(i) == '\n';
        clean.append(pair ? "" : "\n");
      } else if (isAllowed(character)) {
        clean.appendCodePoint(character);
      }
    }
    return clean.toString();
  }

  // XML 1.0, 2.2: Char ::= #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF]
  private static boolean isAllowed(int character) {
    return character == '\t'
        || character == '\n'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }
}
