package org.postrider.post.markdown;

import java.lang.Character.UnicodeScript;

/** Characters of scripts that put no blanks between words. */
final class Cjk {
  private Cjk() {}

  static boolean isEndOf(String text) {
    return !text.isEmpty() && is(text.codePointBefore(text.length()));
  }

  static boolean is(int c) {
    if ((c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF)) {
      return true;
    }
    UnicodeScript script = UnicodeScript.of(c);
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.HANGUL;
  }
}
