package org.postrider.subscriber;

import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Language tags (BCP 47) in one spelling, so that they can be compared as text. */
final class LanguageTags {

  private static final int LONGEST = 35;

  private LanguageTags() {}

  /** {@code zh-CN} for {@code zh_cn}; empty for what is no tag. The empty text stays as it is. */
  static Optional<String> canonical(String text) {
    String tag = text.strip().replace('_', '-');
    if (tag.isEmpty()) {
      return Optional.of(tag);
    }
    if (tag.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Locale.Builder().setLanguageTag(tag).build().toLanguageTag());
    } catch (IllformedLocaleException malformed) {
      return Optional.empty();
    }
  }

  /** The tag and every wider one: {@code zh}, {@code zh-Hant}, {@code zh-Hant-TW}. */
  static List<String> widening(String canonical) {
    List<String> tags = new ArrayList<>();
    for (int end = canonical.indexOf('-'); end >= 0; end = canonical.indexOf('-', end + 1)) {
      tags.add(canonical.substring(0, end));
    }
    tags.add(canonical);
    return tags;
  }
}
