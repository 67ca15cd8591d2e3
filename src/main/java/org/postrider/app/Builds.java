package org.postrider.app;

import java.time.InstantSource;
import org.postrider.config.Configuration;
import org.postrider.post.PostRenderer;
import org.postrider.post.PostsFolder;
import org.postrider.publish.StaticBuild;

/** Puts together what {@code build} needs, which is neither a database nor keys. */
public final class Builds {

  private Builds() {}

  public static StaticBuild of(Configuration configuration) {
    return new StaticBuild(
        configuration.feed(),
        new PostsFolder(configuration.site()),
        new PostRenderer(),
        InstantSource.system());
  }
}
