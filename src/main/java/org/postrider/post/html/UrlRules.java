package org.postrider.post.html;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postrider.post.url.UrlText;

/** Makes the URLs of one post absolute, and refuses those that run something. */
final class UrlRules {
  private static final Pattern SCHEME =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);

  private final URI page;

  UrlRules(URI page) {
    this.page = page;
  }

  /** The absolute form of a link; empty when it may not be followed. */
  Optional<String> link(String url) {
    return absolute(url, false);
  }

  /** The absolute form of an image or other medium, which may be embedded as data. */
  Optional<String> medium(String url) {
    return absolute(url, true);
  }

  /** Each candidate of a {@code srcset} with its descriptor. */
  String srcset(String value) {
    List<String> candidates = new ArrayList<>();
    int i = 0;
    while (i < value.length()) {
      char c = value.charAt(i);
      if (c == ',' || Character.isWhitespace(c)) {
        i++;
        continue;
      }
      int end = i;
      while (end < value.length() && !Character.isWhitespace(value.charAt(end))) {
        end++;
      }
      String url = value.substring(i, end);
      String descriptor = "";
      if (url.endsWith(",")) {
        url = url.substring(0, url.length() - 1);
      } else {
        int comma = value.indexOf(',', end);
        comma = comma < 0 ? value.length() : comma;
        descriptor = value.substring(end, comma).strip();
        end = comma;
      }
      String suffix = descriptor.isEmpty() ? "" : " " + descriptor;
      medium(url).ifPresent(absolute -> candidates.add(absolute + suffix));
      i = end;
    }
    return String.join(", ", candidates);
  }

  private Optional<String> absolute(String raw, boolean dataAllowed) {
    String url = clean(raw);
    Matcher scheme = SCHEME.matcher(url);
    if (scheme.matches()) {
      return switch (scheme.group(1).toLowerCase(Locale.ROOT)) {
        case "javascript", "vbscript" -> Optional.empty();
        case "data" ->
            dataAllowed && url.regionMatches(true, 5, "image/", 0, 6)
                ? Optional.of(url)
                : Optional.empty();
        default -> Optional.of(UrlText.repair(url));
      };
    }
    if (url.startsWith("//")) {
      return Optional.of("https:" + UrlText.repair(url));
    }
    // Authors forget the scheme; no site has a folder of such a name.
    if (url.regionMatches(true, 0, "www.", 0, 4)) {
      return Optional.of("https://" + UrlText.repair(url));
    }
    return resolve(UrlText.repair(url));
  }

  // java.net.URI follows RFC 2396, where "" and "?x" lose the last part of the path.
  private Optional<String> resolve(String relative) {
    String base = page.toString();
    if (relative.isEmpty() || relative.startsWith("#")) {
      return Optional.of(base + relative);
    }
    if (relative.startsWith("?")) {
      return Optional.of(base + relative);
    }
    try {
      String resolved = page.resolve(new URI(relative)).toString();
      String host = page.getScheme() + "://" + page.getRawAuthority();
      String path = resolved.substring(Math.min(host.length(), resolved.length()));
      while (path.startsWith("/../")) {
        path = path.substring(3);
      }
      return Optional.of(host + path);
    } catch (URISyntaxException e) {
      // "a:b"-like texts that are no URL at all lead nowhere on the site either.
      return Optional.empty();
    }
  }

  // Browsers ignore tabs and line ends inside URLs, so "java\nscript:" runs; U+200B is a slip of
  // copying.
  private static String clean(String url) {
    StringBuilder out = new StringBuilder(url.length());
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c >= 0x20 && c != 0x7F && c != '\u200B' && c != '\uFEFF') {
        out.append(c);
      }
    }
    return out.toString().strip();
  }
}
