package org.postrider.feed;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A channel and its entries made ready for every format: text clean, blank names gone, and what a
 * format can't do without filled in from what is there.
 */
record Galley(FeedChannel channel, List<FeedEntry> entries) {

  static final String GENERATOR = "Postrider";

  // RFC 5646 in short: subtags of letters and digits, the first of letters only.
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

  // Not 1970: validators and readers take that for a date gone wrong.
  private static final Instant BEFORE_ALL = Instant.parse("2000-01-01T00:00:00Z");

  static Galley set(FeedChannel channel, List<FeedEntry> entries) {
    return new Galley(clean(channel), entries.stream().map(Galley::clean).toList());
  }

  private static FeedChannel clean(FeedChannel channel) {
    // RFC 3986, 6.2.3: "a URI that uses the generic syntax for authority with an empty path should
    // be normalized to a path of '/'".
    URI home = channel.home().getRawPath().isEmpty() ? channel.home().resolve("/") : channel.home();
    String title = firstOf(XmlText.clean(channel.title()), home.toASCIIString());
    return new FeedChannel(
        title,
        firstOf(XmlText.clean(channel.description()), title),
        home,
        channel.base(),
        language(channel.language()),
        XmlText.clean(channel.author()).strip());
  }

  private static FeedEntry clean(FeedEntry entry) {
    return new FeedEntry(
        XmlText.clean(entry.id()),
        XmlText.clean(entry.title()),
        entry.url(),
        entry.published(),
        entry.updated(),
        language(entry.language()),
        names(entry.authors()),
        names(entry.categories()),
        names(entry.tags()),
        XmlText.clean(entry.summary()),
        XmlText.clean(entry.html()));
  }

  private static List<String> names(List<String> names) {
    return names.stream()
        .map(name -> XmlText.clean(name).strip())
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  /** Sites write {@code zh_CN} as often as {@code zh-CN}; what is no language tag is left out. */
  private static String language(String language) {
    String tag = language.strip().replace('_', '-');
    return LANGUAGE.matcher(tag).matches() ? tag : "";
  }

  private static String firstOf(String text, String otherwise) {
    return text.isBlank() ? otherwise : text;
  }

  /** Where the document at {@code path} is served. */
  String self(String path) {
    return channel.base().toASCIIString() + path;
  }

  /** Whom the feed as a whole is by; Atom wants a name in any case. */
  String author() {
    return firstOf(channel.author(), channel.title());
  }

  /** When the newest change was made; a fixed day without entries, as the clock has no say. */
  Instant updated() {
    return entries.stream()
        .map(FeedEntry::updated)
        .max(Comparator.naturalOrder())
        .orElse(BEFORE_ALL);
  }

  /** RSS wants language tags in small letters. */
  String rssLanguage() {
    return channel.language().toLowerCase(Locale.ROOT);
  }
}
