package org.postrider.post;

import java.net.URI;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postrider.post.html.SafeHtml;
import org.postrider.post.markdown.Markdown;

/**
 * Renders a post's body as HTML for feeds and letters: every URL absolute, nothing in it that runs,
 * no character that XML 1.0 forbids. The same post gives the same text on every machine. Safe for
 * use by several threads; remembers a bounded number of results.
 */
public final class PostRenderer {
  private static final int MAX_CHARACTERS = 8_000_000;

  /** What the HTML depends on; the body too, for Liquid in it may name other files. */
  private record Key(String hash, URI url, String body) {}

  private final Markdown markdown = new Markdown();
  private final Map<Key, String> rendered = new LinkedHashMap<>(64, 0.75f, true);
  private int characters;

  public PostRenderer() {}

  /** The body of {@code post} as an HTML fragment. */
  public String html(Post post) {
    Key key = new Key(post.hash(), post.url(), post.body());
    synchronized (rendered) {
      String known = rendered.get(key);
      if (known != null) {
        return known;
      }
    }
    String html = post.html() ? post.body() : markdown.html(post.body());
    String safe = SafeHtml.of(html, post.url());
    remember(key, safe);
    return safe;
  }

  private void remember(Key key, String html) {
    synchronized (rendered) {
      if (rendered.putIfAbsent(key, html) == null) {
        characters += html.length();
      }
      Iterator<String> oldest = rendered.values().iterator();
      while (characters > MAX_CHARACTERS && oldest.hasNext()) {
        characters -= oldest.next().length();
        oldest.remove();
      }
    }
  }
}
