package org.postrider.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CyclesTest {

  @Test
  void aRingIsToldWithALinkOfEachOfItsPackages() {
    assertThat(
            Cycles.complaints(
                List.of(
                    uses("app.Daemon", "post.html.Links"),
                    uses("post.html.Links", "post.url.Permalink"),
                    uses("post.url.Permalink", "post.html.Escape"))))
        .containsExactly(
            "the packages post.html → post.url → post.html form a ring:"
                + " org.postrider.post.html.Links → org.postrider.post.url.Permalink,"
                + " org.postrider.post.url.Permalink → org.postrider.post.html.Escape");
  }

  @Test
  void twoWaysToOnePackageAreNoRing() {
    assertThat(
            Cycles.complaints(
                List.of(
                    uses("app.Daemon", "web.PublicSite"),
                    uses("app.Daemon", "post.Post"),
                    uses("web.PublicSite", "post.Post"),
                    uses("post.Post", "post.Site"))))
        .isEmpty();
  }

  private static Dependency uses(String from, String to) {
    return new Dependency(Dependency.ROOT + from, Dependency.ROOT + to);
  }
}
