package org.postrider.post.site;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postrider.post.source.BadSource;
import org.postrider.post.source.Names;
import org.postrider.post.source.SourceText;
import org.postrider.post.source.Value;
import org.postrider.post.source.Words;
import org.postrider.post.source.YamlBlock;

/** What Postrider reads of a Jekyll site's {@code _config.yml}. */
public record JekyllConfig(Value.Fields fields) {
  public static final String FILE = "_config.yml";
  private static final List<String> MARKDOWN = List.of("markdown", "mkdown", "mkdn", "mkd", "md");
  private static final String BLANK_LINE = "\n\n";

  /** The configuration of a site that has no file for it. */
  public static JekyllConfig empty() {
    return new JekyllConfig(new Value.Fields(List.of(), "", 1, 1));
  }

  public static JekyllConfig read(byte[] bytes) throws BadSource {
    JekyllConfig config = new JekyllConfig(YamlBlock.read(SourceText.of(bytes).text(), 1));
    config.checkTimeZone();
    return config;
  }

  private void checkTimeZone() throws BadSource {
    Optional<Value.Field> field = fields.find("timezone");
    String name = text("timezone");
    if (!name.isEmpty() && zone(name).isEmpty()) {
      throw new BadSource(
          field.map(Value.Field::line).orElse(0),
          field.map(Value.Field::column).orElse(0),
          "timezone: \"" + name + "\" is not a time zone",
          "write a name such as Asia/Shanghai");
    }
  }

  public String url() {
    return text("url");
  }

  /** With a slash before and none after; empty for a site at the root of its host. */
  public String basePath() {
    String base = text("baseurl");
    String path = base.startsWith("./") ? base.substring(1) : base;
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    while (path.startsWith("//")) {
      path = path.substring(1);
    }
    if (path.isEmpty() || path.equals(".")) {
      return "";
    }
    return path.startsWith("/") ? path : "/" + path;
  }

  public String title() {
    String title = text("title");
    return title.isEmpty() ? text("name") : title;
  }

  public String description() {
    return text("description");
  }

  public String language() {
    String language = text("lang");
    return (language.isEmpty() ? text("language") : language).replace('_', '-');
  }

  public String author() {
    List<String> names = fields.value("author").map(Names::of).orElse(List.of());
    return names.isEmpty() ? Names.full(fields).orElse("") : String.join(", ", names);
  }

  public Optional<ZoneId> timeZone() {
    return zone(text("timezone"));
  }

  /** The zone called {@code name}. */
  public static Optional<ZoneId> zone(String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ZoneId.of(name, ZoneId.SHORT_IDS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A template; that of the posts' collection beats the site's, and is never a style's name. */
  public String permalink() {
    Optional<String> collection =
        fields("collections", fields)
            .flatMap(all -> fields("posts", all))
            .map(posts -> text(posts, "permalink"))
            .filter(template -> !template.isEmpty());
    return collection.orElseGet(
        () -> {
          String style = text("permalink");
          return Permalink.template(style.isEmpty() ? "date" : style);
        });
  }

  public boolean future() {
    return Words.truth(text("future")).orElse(false);
  }

  /** What ends an excerpt; a blank line by default, empty for no excerpts. */
  public String excerptSeparator() {
    return fields
        .value("excerpt_separator")
        .map(value -> value instanceof Value.Scalar s && !s.isNull() ? s.text() : "")
        .orElse(BLANK_LINE);
  }

  /** Lower-case, without dots. */
  public Set<String> markdownExtensions() {
    String list = text("markdown_ext");
    Stream<String> names = list.isEmpty() ? MARKDOWN.stream() : Arrays.stream(list.split(","));
    return names
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private String text(String key) {
    return text(fields, key);
  }

  private static String text(Value.Fields fields, String key) {
    return fields
        .value(key)
        .map(value -> value instanceof Value.Scalar s && !s.isNull() ? s.text() : "")
        .map(Words::collapse)
        .orElse("");
  }

  private static Optional<Value.Fields> fields(String key, Value.Fields in) {
    return in.value(key)
        .flatMap(v -> v instanceof Value.Fields f ? Optional.of(f) : Optional.empty());
  }
}
