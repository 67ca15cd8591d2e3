package org.postrider.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LibraryHomesTest {

  private final LibraryHomes homes =
      new LibraryHomes(
          Map.of(
              "java.sql.", Set.of("store"), "org.eclipse.jetty.", Set.of("http", "web", "admin")));

  @Test
  void aLibraryAwayFromHomeIsToldWithItsPackagesAndItsHome() {
    assertThat(homes.complaints(uses("post.PostReader", "org.eclipse.jetty.server.Server")))
        .containsExactly(
            "post must not use org.eclipse.jetty: org.postrider.post.PostReader →"
                + " org.eclipse.jetty.server.Server; it lives in admin, http, web only.");
    assertThat(homes.complaints(uses("outbox.Ledger", "java.sql.ResultSet"))).hasSize(1);
  }

  @Test
  void aLibraryAtHomeIsNotTold() {
    assertThat(homes.complaints(uses("web.PublicSite", "org.eclipse.jetty.server.Handler")))
        .isEmpty();
    assertThat(homes.complaints(uses("store.pool.Pool", "java.sql.Connection"))).isEmpty();
    assertThat(homes.complaints(uses("post.Post", "java.util.List"))).isEmpty();
  }

  @Test
  void aLibraryWithoutAHomeIsTold() {
    assertThat(homes.complaints(uses("feed.FeedPress", "com.google.gson.Gson")))
        .singleElement()
        .asString()
        .startsWith("feed uses a library without a home: ");
  }

  private static List<Dependency> uses(String from, String to) {
    return List.of(new Dependency(Dependency.ROOT + from, to));
  }
}
