package org.postrider.post.liquid;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a post's Liquid can see.
 *
 * @param site URL of the site with its base path, without trailing slash
 * @param variables by full name, such as {@code page.title}
 * @param post the URL of the post that {@code post_url} names
 * @param file the URL of the file that {@code link} names
 */
public record LiquidScope(
    URI site,
    Map<String, String> variables,
    Function<String, Optional<String>> post,
    Function<String, Optional<String>> file) {

  /** Scheme and host, as {@code site.url} has them. */
  String host() {
    return site.getScheme() + "://" + site.getRawAuthority();
  }

  /** The path of the site, as {@code site.baseurl} has it. */
  String base() {
    return site.getRawPath() == null ? "" : site.getRawPath();
  }
}
