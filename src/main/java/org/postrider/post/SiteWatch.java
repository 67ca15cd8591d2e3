package org.postrider.post;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.postrider.config.SiteSettings;
import org.postrider.config.SiteSettings.Style;
import org.postrider.post.site.JekyllConfig;
import org.postrider.post.source.BadSource;

/**
 * Keeps an eye on how the site describes itself. While its configuration can't be read, the last
 * one that could stays. Used by one thread at a time.
 */
final class SiteWatch {
  private static final String NOTHING = "";

  private final SiteSettings settings;
  private JekyllConfig config = JekyllConfig.empty();
  private String lastHash = NOTHING;
  private boolean jekyll;

  SiteWatch(SiteSettings settings) {
    this.settings = settings;
  }

  /**
   * @param names which files of it are posts
   * @param fault why no posts can be read; empty when they can
   * @param broken what is wrong with the site's configuration, when an earlier one stands in for it
   */
  record Sight(Site site, FileNames names, String fault, Optional<PostFile.Broken> broken) {}

  Sight look() {
    Path file = settings.folder().resolve(JekyllConfig.FILE);
    Style style = style(file);
    if (style != Style.JEKYLL) {
      return sight(style, JekyllConfig.empty(), FileNames.plain(), Optional.empty());
    }
    jekyll = true;
    Optional<PostFile.Broken> broken = readConfig(file);
    FileNames names = new FileNames(style, config.markdownExtensions());
    Sight sight = sight(style, config, names, broken);
    if (broken.isPresent() && lastHash.equals(NOTHING)) {
      return new Sight(sight.site(), names, broken.get().problem().toString(), broken);
    }
    return sight;
  }

  // Editors replace a file by way of its absence; a site does not stop being Jekyll's by that.
  private Style style(Path config) {
    if (settings.style() != Style.AUTO) {
      return settings.style();
    }
    boolean found = Files.exists(config) || Files.isDirectory(settings.folder().resolve("_posts"));
    return found || jekyll ? Style.JEKYLL : Style.PLAIN;
  }

  private Sight sight(
      Style style, JekyllConfig config, FileNames names, Optional<PostFile.Broken> broken) {
    SiteResolution resolution = SiteResolution.of(settings, style, config);
    return new Sight(resolution.site(), names, resolution.fault(), broken);
  }

  private Optional<PostFile.Broken> readConfig(Path file) {
    String hash = NOTHING;
    try {
      byte[] bytes = Files.readAllBytes(file);
      hash = Sha256.of(bytes);
      if (!hash.equals(lastHash)) {
        config = JekyllConfig.read(bytes);
        lastHash = hash;
      }
      return Optional.empty();
    } catch (BadSource bad) {
      return broken(hash, PostReader.problem(JekyllConfig.FILE, bad));
    } catch (NoSuchFileException e) {
      return lastHash.equals(NOTHING)
          ? Optional.empty()
          : broken(hash, whole("the file has vanished", "put it back"));
    } catch (IOException e) {
      return broken(hash, whole("can't be read: " + FolderScan.reason(e), "check who may read it"));
    }
  }

  private static PostProblem whole(String reason, String remedy) {
    return new PostProblem(JekyllConfig.FILE, 0, 0, reason, remedy);
  }

  private static Optional<PostFile.Broken> broken(String hash, PostProblem problem) {
    String shown = hash.isEmpty() ? Sha256.of(problem.reason()) : hash;
    return Optional.of(new PostFile.Broken(JekyllConfig.FILE, shown, problem));
  }
}
