package org.postrider.post.site;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postrider.post.url.UrlText;

/**
 * The path of a post's URL by a template in Jekyll's notation.
 *
 * @param date in the site's zone
 * @param slug the front matter's, else the file's
 * @param name of the file without extension
 * @param categories as the URL shows them
 * @param path of the file below its posts folder, without extension
 */
public record Permalink(
    ZonedDateTime date, String slug, String name, List<String> categories, String path) {
  private static final Pattern PLACEHOLDER = Pattern.compile(":([a-z_]+)");

  /** What a style's name stands for; any other text is a template already. */
  public static String template(String style) {
    return switch (style) {
      case "date" -> "/:categories/:year/:month/:day/:title:output_ext";
      case "pretty" -> "/:categories/:year/:month/:day/:title/";
      case "ordinal" -> "/:categories/:year/:y_day/:title:output_ext";
      case "weekdate" -> "/:categories/:year/W:week/:short_day/:title:output_ext";
      case "none" -> "/:categories/:title:output_ext";
      default -> style;
    };
  }

  /** {@code template} filled in: begins with one slash, percent-encoded. */
  public String expand(String template) throws UnknownPlaceholder {
    Matcher placeholders = PLACEHOLDER.matcher(template);
    StringBuilder url = new StringBuilder("/");
    int end = 0;
    while (placeholders.find()) {
      url.append(template, end, placeholders.start());
      url.append(replacement(placeholders.group(1), template));
      end = placeholders.end();
    }
    url.append(template.substring(end));
    return UrlText.repair(tidy(url.toString()));
  }

  // ":year_:month": a trailing underscore belongs to the text when no such name exists.
  private String replacement(String name, String template) throws UnknownPlaceholder {
    Optional<String> value = value(name);
    if (value.isPresent()) {
      return UrlText.encode(value.get());
    }
    if (name.endsWith("_")) {
      Optional<String> shorter = value(name.substring(0, name.length() - 1));
      if (shorter.isPresent()) {
        return UrlText.encode(shorter.get()) + "_";
      }
    }
    throw new UnknownPlaceholder(name, template);
  }

  private Optional<String> value(String name) {
    return switch (name) {
      case "title" -> Optional.of(Slug.pretty(slug));
      case "slug" -> Optional.of(Slug.plain(slug));
      case "name" -> Optional.of(Slug.plain(this.name));
      case "categories" -> Optional.of(joined(c -> c.toLowerCase(Locale.ROOT)));
      case "slugified_categories" -> Optional.of(joined(Slug::plain));
      case "collection" -> Optional.of("posts");
      case "path" -> Optional.of(path);
      case "output_ext" -> Optional.of(".html");
      default -> datePattern(name).map(this::formatted);
    };
  }

  private static Optional<String> datePattern(String name) {
    return switch (name) {
      case "year" -> Optional.of("uuuu");
      case "short_year" -> Optional.of("uu");
      case "month" -> Optional.of("MM");
      case "i_month" -> Optional.of("M");
      case "short_month" -> Optional.of("MMM");
      case "long_month" -> Optional.of("MMMM");
      case "day" -> Optional.of("dd");
      case "i_day" -> Optional.of("d");
      case "y_day" -> Optional.of("DDD");
      case "w_year" -> Optional.of("YYYY");
      case "week" -> Optional.of("ww");
      case "w_day" -> Optional.of("e");
      case "short_day" -> Optional.of("EEE");
      case "long_day" -> Optional.of("EEEE");
      case "hour" -> Optional.of("HH");
      case "minute" -> Optional.of("mm");
      case "second" -> Optional.of("ss");
      default -> Optional.empty();
    };
  }

  // A British calendar has ISO weeks and English names; its own short names differ ("Sept").
  private String formatted(String pattern) {
    Locale locale =
        switch (pattern) {
          case "YYYY", "ww", "e" -> Locale.UK;
          default -> Locale.US;
        };
    return DateTimeFormatter.ofPattern(pattern, locale).format(date);
  }

  private String joined(UnaryOperator<String> form) {
    Collection<String> distinct =
        categories.stream().map(form).collect(Collectors.toCollection(LinkedHashSet::new));
    return String.join("/", distinct);
  }

  private static String tidy(String url) {
    String path = url.replace("..", "/").replace("./", "");
    StringBuilder squeezed = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) != '/' || i == 0 || path.charAt(i - 1) != '/') {
        squeezed.append(path.charAt(i));
      }
    }
    return squeezed.toString();
  }
}
