package org.postrider.publish;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.postrider.post.Post;

/**
 * The last good settled form of a post: what feeds show while the file is being changed or is
 * broken.
 *
 * @param hash of the file's bytes
 * @param path under which those bytes were read
 * @param titles all that it ever had, {@code title} the last: under an earlier one it may have been
 *     mailed
 * @param updated when the text last changed significantly, as feeds show it
 * @param print of the text, see {@link TextPrint}
 */
record Version(
    String hash,
    String path,
    URI url,
    String slug,
    String title,
    List<String> titles,
    String language,
    Instant published,
    Instant updated,
    List<String> categories,
    List<String> tags,
    long print) {

  static Version of(Post post) {
    return new Version(
        post.hash(),
        post.path(),
        post.url(),
        post.slug(),
        post.title(),
        List.of(post.title()),
        post.language(),
        post.published(),
        post.updated(),
        post.categories(),
        post.tags(),
        TextPrint.of(post.body()));
  }

  /** Whether this is what {@code post} says, so that it need not be made anew. */
  boolean isOf(Post post) {
    return hash.equals(post.hash())
        && path.equals(post.path())
        && url.equals(post.url())
        && published.equals(post.published())
        && language.equals(post.language())
        && title.equals(post.title());
  }

  /**
   * This version in place of {@code earlier}: a change counts for feeds when the author dates it,
   * or when the title or a good part of the text is another.
   */
  Version after(Version earlier, Post post, Instant now) {
    boolean dated = !post.updated().equals(post.published());
    boolean significant = !title.equals(earlier.title) || !TextPrint.areAlike(print, earlier.print);
    Instant moved = dated ? post.updated() : significant ? now : earlier.updated;
    List<String> all = new ArrayList<>(earlier.titles);
    all.remove(title);
    all.add(title);
    return new Version(
        hash,
        path,
        url,
        slug,
        title,
        List.copyOf(all),
        language,
        published,
        moved.isBefore(published) ? published : moved,
        categories,
        tags,
        print);
  }

  /** Whether the two could be one post: by slug, title, date or text. */
  boolean resembles(Version other) {
    return slug.equalsIgnoreCase(other.slug)
        || title.equalsIgnoreCase(other.title)
        || published.equals(other.published)
        || TextPrint.areAlike(print, other.print);
  }
}
