package org.postrider.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/** Channels and entries for tests. */
final class Essays {

  private Essays() {}

  static FeedChannel channel() {
    return new FeedChannel(
        "Tea & Ink",
        "Essays on <small> things",
        URI.create("https://blog.example/"),
        URI.create("https://letters.blog.example"),
        "en",
        "Ada Ink");
  }

  /** A whole essay, a summary in Chinese, and one with next to nothing. */
  static List<FeedEntry> entries() {
    return List.of(
        new FeedEntry(
            "https://blog.example/blog/2024/kettle",
            "Kettles, cups & 'half' of <em> (a < b)",
            URI.create("https://blog.example/blog/2024/kettle/"),
            Instant.parse("2024-08-30T20:06:00Z"),
            Instant.parse("2024-09-02T07:00:30.500Z"),
            "en",
            List.of("Ada Ink", "Bo Quill", " "),
            List.of("English", "tea"),
            List.of("tea", "misc"),
            "How a kettle sings & why <d> matters.",
            "<p>It sings 🫖 at 95&nbsp;°C.</p>\n<pre><code>  if a &lt; b:\n\tpour()\n\n  done</code></pre>\n"),
        new FeedEntry(
            "tag:blog.example,2024:tea",
            "茶与墨",
            URI.create("https://blog.example/%E8%8C%B6/"),
            Instant.parse("2024-01-05T00:00:00Z"),
            Instant.parse("2024-01-05T00:00:00Z"),
            "zh_CN",
            List.of(),
            List.of(),
            List.of(),
            "关于茶。",
            ""),
        new FeedEntry(
            "https://blog.example/bare/",
            "Bare",
            URI.create("https://blog.example/bare/"),
            Instant.parse("2023-12-31T23:59:59Z"),
            Instant.parse("2023-12-31T23:59:59Z"),
            "",
            List.of(),
            List.of(),
            List.of(),
            "",
            ""));
  }

  static FeedEntry saying(String title, String html) {
    FeedEntry model = entries().get(0);
    return new FeedEntry(
        model.id(),
        title,
        model.url(),
        model.published(),
        model.updated(),
        model.language(),
        List.of(title),
        List.of(title),
        List.of(),
        title,
        html);
  }
}
