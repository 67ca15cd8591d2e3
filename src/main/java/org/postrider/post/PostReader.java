package org.postrider.post;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postrider.config.SiteSettings.Style;
import org.postrider.post.liquid.Liquid;
import org.postrider.post.liquid.LiquidScope;
import org.postrider.post.liquid.LiquidText;
import org.postrider.post.markdown.CodeRegions;
import org.postrider.post.markdown.Markdown;
import org.postrider.post.site.Labels;
import org.postrider.post.site.PostDate;
import org.postrider.post.source.BadSource;
import org.postrider.post.source.FrontMatter;
import org.postrider.post.source.Note;
import org.postrider.post.source.SourceText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the bytes of one file as a post, by the rules of its site. Safe for use by several threads.
 */
public final class PostReader {
  private static final Logger LOG = LoggerFactory.getLogger(PostReader.class);

  private final Site site;
  private final PostLinks links;
  private final Markdown markdown = Markdown.ofParagraphs();

  /** A reader that knows no other file: links by Liquid to other posts lead nowhere. */
  public PostReader(Site site) {
    this(site, PostLinks.NONE);
  }

  PostReader(Site site, PostLinks links) {
    this.site = site;
    this.links = links;
  }

  /**
   * The post in {@code bytes}, or what is wrong with it. Never throws for what the bytes contain.
   */
  public PostFile read(String path, byte[] bytes) {
    String hash = Sha256.of(bytes);
    try {
      return new PostFile.Readable(post(path, bytes, hash));
    } catch (BadSource bad) {
      return new PostFile.Broken(path, hash, problem(path, bad));
    } catch (RuntimeException | StackOverflowError defect) {
      // Whatever a parser stumbles over, the other posts must be read.
      LOG.error("post={} can't be read, which is a defect of Postrider", path, defect);
      String reason = "a defect of Postrider keeps it from being read (" + defect + ")";
      return new PostFile.Broken(
          path, hash, new PostProblem(path, 0, 0, reason, "report it with the file"));
    }
  }

  /** Only where the post stands, without reading its body. */
  Optional<URI> url(String path, byte[] bytes) {
    try {
      FrontMatter front = FrontMatter.of(SourceText.of(bytes).text());
      return Optional.of(PostAddress.of(path, new PostFields(front.fields()), site).url());
    } catch (BadSource bad) {
      return Optional.empty();
    }
  }

  static PostProblem problem(String path, BadSource bad) {
    return new PostProblem(path, bad.line(), bad.column(), bad.reason(), bad.remedy());
  }

  private Post post(String path, byte[] bytes, String hash) throws BadSource {
    SourceText source = SourceText.of(bytes);
    if (source.text().isBlank()) {
      throw new BadSource(1, 1, "the file is empty", "write the essay, or delete the file");
    }
    FrontMatter front = FrontMatter.of(source.text());
    PostFields fields = new PostFields(front.fields());
    fields.notes().addAll(source.notes());
    PostAddress address = PostAddress.of(path, fields, site);
    boolean html = isHtml(path);
    PostBody body = PostBody.of(front, fields, address.slug(), titleInBody(html), markdown);
    String text = withoutLiquid(body, address, html, fields);
    PostDate dates = new PostDate(site.timeZone(), site.zonelessTimesInSiteZone());
    Instant updated = fields.updated(dates).orElse(address.published());
    boolean draft = fields.isDraft() || lacksFrontMatter(front, fields);
    String summary = Summary.of(fields, text, html, site.excerptSeparator(), markdown);
    return new Post(
        path,
        address.slug(),
        body.title(),
        address.url(),
        address.feedId(),
        address.published(),
        updated,
        language(fields),
        authors(fields),
        Labels.readable(address.categories()),
        Labels.tags(fields.all()),
        summary,
        draft,
        text,
        body.line(),
        html,
        hash,
        problems(path, fields));
  }

  private static boolean isHtml(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.endsWith(".html") || lower.endsWith(".htm");
  }

  private boolean titleInBody(boolean html) {
    return site.style() != Style.JEKYLL && !html;
  }

  private String withoutLiquid(
      PostBody body, PostAddress address, boolean html, PostFields fields) {
    if (site.style() != Style.JEKYLL || !Liquid.isIn(body.text())) {
      return body.text();
    }
    String page = address.url().toString().substring(site.url().toString().length());
    LiquidScope scope =
        new LiquidScope(
            site.url(),
            Map.of(
                "site.title", site.title(),
                "site.description", site.description(),
                "site.lang", site.language(),
                "page.title", body.title(),
                "page.url", page),
            links.post(),
            links.file());
    CodeRegions code = CodeRegions.of(html ? "" : body.text());
    LiquidText result = Liquid.render(body.text(), body.line(), code::contains, scope);
    result.lost().forEach(lost -> fields.note(lost.line(), 0, lost.reason(), lost.remedy()));
    return result.text();
  }

  // Such files are mostly stubs that redirect, and Jekyll builds them without their Markdown.
  private boolean lacksFrontMatter(FrontMatter front, PostFields fields) {
    if (front.present() || site.style() != Style.JEKYLL) {
      return false;
    }
    fields.note(
        1,
        0,
        "the file has no front matter and is taken for a draft",
        "begin it with a line \"---\", a title and another line \"---\"");
    return true;
  }

  private String language(PostFields fields) {
    String language =
        fields.scalar("lang").or(() -> fields.scalar("language")).orElse("").replace('_', '-');
    return language.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*") ? language : site.language();
  }

  private List<String> authors(PostFields fields) {
    List<String> named = fields.authors();
    if (!named.isEmpty()) {
      return named;
    }
    return site.author().isEmpty() ? List.of() : List.of(site.author());
  }

  private static List<PostProblem> problems(String path, PostFields fields) {
    List<PostProblem> problems = new ArrayList<>();
    for (Note note : fields.notes()) {
      problems.add(new PostProblem(path, note.line(), note.column(), note.reason(), note.remedy()));
    }
    return List.copyOf(problems);
  }
}
