package org.postrider.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageMapTest {

  @TempDir Path folder;

  private Path page;
  private PackageMap map;

  @BeforeEach
  void drawTheMap() throws IOException {
    page = folder.resolve("map.md");
    Files.writeString(
        page,
        """
        | package | its one job | may use |
        |---|---|---|
        | `config` | the configuration | – |
        | `monitor` | the health | – |
        | `store` | the database | – |
        | `post` | the essays | store |
        | `web` | the pages | store post |
        | `app` | the root | all above |
        """);
    map = PackageMap.read(page);
  }

  @Test
  void aWrongUseIsToldWithBothPackagesAndWhatIsAllowed() {
    assertThat(map.complaints(uses("post.PostReader", "web.PublicSite")))
        .containsExactly(
            "post must not use web: org.postrider.post.PostReader → org.postrider.web.PublicSite;"
                + " the map in "
                + page
                + " allows post to use config, monitor, store.");
  }

  @Test
  void allowedUsesAndThoseWithinAPackageAreNotTold() {
    assertThat(map.complaints(uses("web.PublicSite", "post.Post"))).isEmpty();
    assertThat(map.complaints(uses("web.PublicSite", "config.WebSettings"))).isEmpty();
    assertThat(map.complaints(uses("post.PostReader", "post.Post"))).isEmpty();
    assertThat(map.complaints(uses("app.Daemon", "web.PublicSite"))).isEmpty();
    assertThat(map.complaints(List.of(new Dependency("org.postrider.post.Post", "java.net.URI"))))
        .isEmpty();
  }

  @Test
  void aNestedClassLivesInThePackageOfItsOuterOne() {
    assertThat(map.complaints(uses("web.PublicSite", "post.Post.Part"))).isEmpty();
    assertThat(map.complaints(uses("post.Post$Part", "web.PublicSite.Page"))).hasSize(1);
  }

  @Test
  void whatStandsUnderAllUsesNothing() {
    assertThat(map.complaints(uses("config.Configuration", "monitor.Health")))
        .singleElement()
        .asString()
        .endsWith("allows config to use no other package.");
  }

  @Test
  void aRoomIsEnteredFromItsHouseOnly() {
    assertThat(map.complaints(uses("post.PostRenderer", "post.liquid.Liquid"))).isEmpty();
    assertThat(map.complaints(uses("post.markdown.Markdown", "post.liquid.Liquid"))).isEmpty();
    assertThat(map.complaints(uses("web.PublicSite", "post.liquid.Liquid")))
        .containsExactly(
            "web must not use post.liquid: org.postrider.web.PublicSite →"
                + " org.postrider.post.liquid.Liquid; only post enters its own rooms.");
  }

  @Test
  void aRoomKnowsNothingOfItsHouseAndWhatStandsAboveIt() {
    assertThat(map.complaints(uses("post.liquid.Liquid", "store.Database"))).isEmpty();
    assertThat(map.complaints(uses("post.liquid.Liquid", "config.SiteSettings"))).isEmpty();
    assertThat(map.complaints(uses("post.liquid.Liquid", "post.Post")))
        .containsExactly(
            "post.liquid must not use post: org.postrider.post.liquid.Liquid →"
                + " org.postrider.post.Post; a room knows nothing of its house.");
    assertThat(map.complaints(uses("post.liquid.Liquid", "web.PublicSite")))
        .singleElement()
        .asString()
        .startsWith("post.liquid must not use web: ");
  }

  @Test
  void theMapHoldsThePackagesThatExistAndNoOthers() {
    assertThat(
            map.complaintsAboutPackages(
                List.of("config", "monitor", "store", "post.liquid", "app", "courier")))
        .containsExactly(
            "courier is not on the map in " + page + "; give it a row there.",
            "web stands on the map in " + page + " and does not exist.");
  }

  @Test
  void theMapNeverPointsUpwards() throws IOException {
    Files.writeString(page, "| `low` | lies low | high |\n| `high` | stands high | – |\n");

    assertThat(PackageMap.read(page).complaintsAboutPackages(List.of("low", "high")))
        .containsExactly("low may use high, which does not stand above it in " + page);
  }

  private static List<Dependency> uses(String from, String to) {
    return List.of(new Dependency(Dependency.ROOT + from, Dependency.ROOT + to));
  }
}
