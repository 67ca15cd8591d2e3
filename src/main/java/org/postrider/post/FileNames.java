package org.postrider.post;

import java.util.Locale;
import java.util.Set;
import org.postrider.config.SiteSettings.Style;
import org.postrider.post.site.PostName;

/**
 * Which names are posts and which folders may hold them, by the rules of a site's generator.
 *
 * @param markdown the extensions of Markdown files, lower-case
 */
record FileNames(Style style, Set<String> markdown) {
  private static final Set<String> NEVER_ENTERED = Set.of("node_modules", "vendor");
  private static final Set<String> PLAIN_MARKDOWN = Set.of("md", "markdown", "mkd", "mkdn");
  private static final Set<String> OTHER_TEXTS = Set.of("txt", "text", "mdown", "mdwn", "mdx");
  private static final Set<String> NO_ESSAYS =
      Set.of(
          "readme",
          "license",
          "licence",
          "changelog",
          "contributing",
          "code_of_conduct",
          "security",
          "authors",
          "copying",
          "notice");

  static FileNames plain() {
    return new FileNames(Style.PLAIN, PLAIN_MARKDOWN);
  }

  private boolean isJekyll() {
    return style == Style.JEKYLL;
  }

  /** Whether posts lie in the site's own folder too. */
  boolean startsAmongPosts() {
    return !isJekyll();
  }

  boolean isPostsFolder(String name) {
    return isJekyll() && name.equals("_posts");
  }

  boolean isEntered(String name) {
    return isPostsFolder(name) || (!isSpecial(name) && !NEVER_ENTERED.contains(name));
  }

  /** Whether a file among posts is worth a second look. */
  boolean isConsidered(String name) {
    return !isSpecial(name) && (!isJekyll() || PostName.of(name).isPresent());
  }

  private static boolean isSpecial(String name) {
    return name.startsWith(".")
        || name.startsWith("_")
        || name.startsWith("#")
        || name.endsWith("~");
  }

  boolean isPost(String name) {
    String extension = extension(name);
    if (isJekyll()) {
      return markdown.contains(extension) || extension.equals("html");
    }
    String base = PostName.withoutExtension(name).toLowerCase(Locale.ROOT);
    return markdown.contains(extension) && !NO_ESSAYS.contains(base);
  }

  /** Whether an author who gave a file this name probably meant a post. */
  boolean isMisnamed(String name) {
    return isJekyll() && OTHER_TEXTS.contains(extension(name));
  }

  /**
   * Whether an author who put this file among the posts probably meant one, and forgot its date.
   */
  boolean isUndated(String name) {
    return isJekyll()
        && !isSpecial(name)
        && isPost(name)
        && PostName.of(name).isEmpty()
        && !NO_ESSAYS.contains(PostName.withoutExtension(name).toLowerCase(Locale.ROOT));
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
