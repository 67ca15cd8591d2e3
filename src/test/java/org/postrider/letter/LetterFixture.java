package org.postrider.letter;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.postrider.config.ListenAddress;
import org.postrider.config.MailSettings;
import org.postrider.config.Relay;
import org.postrider.config.WebSettings;
import org.postrider.post.Post;
import org.postrider.subscriber.EmailAddress;
import org.postrider.template.Templates;
import org.postrider.token.Secret;
import org.postrider.token.Tokens;

/** A blog, its press and two readers. */
final class LetterFixture {

  static final Instant DATE = Instant.parse("2025-05-05T08:00:03Z");
  static final EditionPress.Blog BLOG =
      new EditionPress.Blog(
          "Long Walks",
          URI.create("https://blog.example/"),
          "en",
          "Ann",
          ZoneId.of("Asia/Shanghai"));

  /** Shows what an essay may hold. */
  static final String ESSAY =
      """
      <p>The river turns twice before the mill, and <em>both</em> turns are <strong>slow</strong>. \
      I walked it with a <a href="https://maps.example/river">map</a> and a thermos.<sup \
      id="fnref-1"><a class="footnote-ref" href="#fn-1">1</a></sup></p>
      <h2 id="mill">The mill</h2>
      <p>Its wheel is gone; the race still runs:</p>
      <pre><code class="language-python">def flow(depth):
          # metres per second
          return 0.6 * depth ** 0.5
      </code></pre>
      <blockquote><p>Whoever mends the weir owns the water, says the old law.</p></blockquote>
      <p><img src="/img/mill.png" srcset="/img/mill-2x.png 2x" loading="lazy" alt="The mill in May" \
      width="1200" height="800"></p>
      <h3>Measured</h3>
      <table><thead><tr><th>Place</th><th>Depth</th></tr></thead><tbody><tr><td>Weir</td>\
      <td>1.2 m</td></tr><tr><td>磨坊</td><td>0.4 m</td></tr></tbody></table>
      <ul><li>boots</li><li>a map<ul><li>the old one</li></ul></li>\
      <li><input type="checkbox" checked disabled> bread</li></ul>
      <p>A line of Chinese: 河水在磨坊前转了两个弯，两个弯都很慢。</p>
      <details><summary>The law</summary><p>It is from 1721.</p></details>
      <iframe src="https://video.example/v/1" title="The weir in flood"></iframe>
      <div class="footnotes"><hr><ol><li id="fn-1"><p>Tea, not coffee. <a class="footnote-backref" \
      href="#fnref-1">↩</a></p></li></ol></div>
      """;

  static final String CHINESE =
      """
      <p>河水在磨坊前转了两个弯，两个弯都很慢。我带着一张<a href="https://maps.example/river">地图</a>\
      和一壶茶，沿着河岸走了一整天；傍晚的时候，磨坊的影子落在水面上，像一封还没有写完的信。</p>
      <h2>磨坊</h2>
      <p>水车已经不在了，引水渠还在流。</p>
      """;

  private LetterFixture() {}

  static MailSettings mail() {
    return new MailSettings(
        new MailSettings.Sender("Long Walks", "letters@blog.example"),
        new MailSettings.Sender("Änn Wälker", "ann@blog.example"),
        new Relay(false, "", 0, "", "", Path.of("")),
        "Ann Walker, 1 Mill Lane, Riverton",
        4,
        List.of(Duration.ofMinutes(5)),
        Duration.ofHours(72));
  }

  static WebSettings web() {
    return new WebSettings(
        URI.create("https://letters.blog.example"), new ListenAddress("127.0.0.1", 8080));
  }

  static Tokens tokens() {
    byte[] secret = "a secret for tests, 32 bytes long".getBytes(StandardCharsets.US_ASCII);
    return new Tokens(Secret.of(secret), InstantSource.fixed(Instant.EPOCH));
  }

  /** With the shipped templates, since there is no such folder. */
  static EditionPress press() {
    return press(Path.of("target", "no-templates-here"));
  }

  static EditionPress press(Path templates) {
    return new EditionPress(mail(), web(), new Templates(templates));
  }

  static LetterWriter writer() {
    return new LetterWriter(mail(), web(), tokens());
  }

  static Edition essay() {
    return press().essay(BLOG, post("Along the river, slowly", "en"), ESSAY);
  }

  static Edition chinese() {
    return press().essay(BLOG, post("沿着河，慢慢走", "zh"), CHINESE);
  }

  static Post post(String title, String language) {
    Instant published = Instant.parse("2025-05-04T20:15:00Z");
    URI url = URI.create("https://blog.example/2025/river/");
    List<String> authors = List.of("Ann Walker");
    return new Post(
        "_posts/2025-05-05-river.md",
        "river",
        title,
        url,
        "https://blog.example/2025/river",
        published,
        published,
        language,
        authors,
        List.of(),
        List.of(),
        "",
        false,
        "",
        1,
        false,
        "00",
        List.of());
  }

  static Addressee ann() {
    return new Addressee(7, new EmailAddress("ann@readers.example"), "", DATE);
  }

  static Addressee bob() {
    return new Addressee(123_456_789, new EmailAddress("bob@readers.example"), "", DATE);
  }
}
