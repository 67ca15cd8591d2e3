package org.postrider.app;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.postrider.config.Configuration;
import org.postrider.feed.FeedChannel;
import org.postrider.feed.FeedEntry;
import org.postrider.feed.FeedPress;
import org.postrider.letter.Addressee;
import org.postrider.letter.Edition;
import org.postrider.letter.EditionPress;
import org.postrider.letter.Letter;
import org.postrider.letter.LetterParts;
import org.postrider.letter.LetterWriter;
import org.postrider.post.FolderReading;
import org.postrider.post.Post;
import org.postrider.post.PostFile;
import org.postrider.post.PostRenderer;
import org.postrider.post.PostsFolder;
import org.postrider.post.Site;
import org.postrider.subscriber.EmailAddress;
import org.postrider.template.BadTemplate;

/** What readers of one post would get, without anything being sent or remembered. */
public final class Preview {

  private final Configuration configuration;
  private final PostsFolder folder;
  private final PostRenderer renderer;
  private final Letters letters;

  Preview(Configuration configuration, PostsFolder folder, PostRenderer renderer, Letters letters) {
    this.configuration = configuration;
    this.folder = folder;
    this.renderer = renderer;
    this.letters = letters;
  }

  record Letters(EditionPress press, LetterWriter writer, Supplier<EditionPress.Blog> blog) {}

  /**
   * One post as readers would get it.
   *
   * @param eml the whole letter, byte for byte
   * @param feed an Atom feed with this one entry
   */
  public record Sheets(Post post, String html, String text, byte[] eml, byte[] feed) {}

  /**
   * Makes the sheets of the post called {@code name}: its path, file name, slug or id.
   *
   * @throws Refusal when there is none of that name, or it can't be read
   */
  public Sheets of(String name) {
    FolderReading reading = folder.read();
    Post post = find(reading, name);
    String html = renderer.html(post);
    Edition edition = print(post, html);
    EmailAddress reader = EmailAddress.parse("reader@example.org").orElseThrow();
    Letter letter =
        letters.writer.write(
            edition, new Addressee(1, reader, "preview", Instant.EPOCH.plusSeconds(1)));
    LetterParts parts = LetterParts.of(letter.bytes());
    return new Sheets(
        post, parts.html(), parts.text(), letter.bytes(), feed(reading.site(), post, html));
  }

  private Edition print(Post post, String html) {
    try {
      return letters.press.essay(letters.blog.get(), post, html);
    } catch (BadTemplate e) {
      throw new Refusal(e.getMessage(), e);
    }
  }

  private static Post find(FolderReading reading, String name) {
    List<PostFile> meant = reading.files().stream().filter(file -> isNamed(file, name)).toList();
    if (meant.isEmpty()) {
      throw new Refusal(
          reading.present()
              ? "no post is called \"" + name + "\"; `postrider posts list` shows them"
              : reading.fault());
    }
    if (meant.size() > 1) {
      throw new Refusal(
          "\""
              + name
              + "\" could be "
              + String.join(" or ", meant.stream().map(PostFile::path).toList())
              + "; give the path");
    }
    PostFile file = meant.get(0);
    if (file instanceof PostFile.Broken broken) {
      throw new Refusal(broken.problem().toString());
    }
    return ((PostFile.Readable) file).post();
  }

  /** A post that can't be read still has the name of its file. */
  private static boolean isNamed(PostFile file, String name) {
    String fileName = file.path().substring(file.path().lastIndexOf('/') + 1);
    int dot = fileName.lastIndexOf('.');
    String bare = dot > 0 ? fileName.substring(0, dot) : fileName;
    return file.path().equals(name)
        || fileName.equals(name)
        || bare.equals(name)
        || bare.replaceFirst("^\\d+-\\d+-\\d+-", "").equals(name)
        || file.readable()
            .filter(post -> post.slug().equals(name) || post.feedId().equals(name))
            .isPresent();
  }

  private byte[] feed(Site site, Post post, String html) {
    FeedEntry entry = FeedEntry.of(post, post.feedId(), post.updated(), html);
    String own = configuration.feed().url();
    URI base = own.isEmpty() ? configuration.web().url() : URI.create(own);
    FeedChannel channel = FeedChannel.of(site, base);
    return new FeedPress()
        .print(channel, List.of(entry)).stream()
            .filter(document -> document.path().equals(FeedPress.ATOM))
            .findFirst()
            .orElseThrow()
            .bytes();
  }
}
