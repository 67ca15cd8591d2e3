package org.postrider.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postrider.feed.FeedShelf.Headline;
import org.postrider.feed.FeedShelf.Shelved;
import org.postrider.store.Database;

class FeedShelfTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.750Z");
  private static final Instant NOON_SHARP = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir Path folder;

  private Database database;
  private FeedShelf shelf;

  @BeforeEach
  void open() {
    database = Database.openEmbedded(folder);
    shelf = new FeedShelf(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void anEmptyShelfHoldsNothing() {
    shelf.refresh();

    assertThat(shelf.at("/atom.xml")).isEmpty();
    assertThat(shelf.front()).isEmpty();
  }

  @Test
  void whatIsPutIsServedAfterTheNextRefresh() {
    assertThat(put(shelf, NOON, document("/atom.xml", "one"))).isTrue();
    assertThat(shelf.at("/atom.xml")).isEmpty();

    shelf.refresh();

    Shelved shelved = shelf.at("/atom.xml").orElseThrow();
    assertThat(shelved.document().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("one");
    assertThat(shelved.document().contentType()).isEqualTo("text/plain");
    assertThat(shelved.changed()).isEqualTo(NOON_SHARP);
    assertThat(shelf.at("/other.xml")).isEmpty();
  }

  @Test
  void theValidatorsAreStrongAndTheCompressedOnesTheirOwn() throws IOException {
    put(shelf, NOON, document("/atom.xml", "one"));
    shelf.refresh();
    Shelved shelved = shelf.at("/atom.xml").orElseThrow();

    assertThat(shelved.etag()).isEqualTo("\"dpLDrTVAu4A8Ags67mbNiIcSMjTqDG5xQ8Ct1z_0Me0\"");
    assertThat(shelved.gzipEtag()).isEqualTo("\"dpLDrTVAu4A8Ags67mbNiIcSMjTqDG5xQ8Ct1z_0Me0-gz\"");
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(shelved.gzip()))) {
      assertThat(in.readAllBytes()).isEqualTo(shelved.document().bytes());
    }
    assertThat(shelved.gzip()).startsWith(0x1F, 0x8B, 8, 0, 0, 0, 0, 0);
  }

  @Test
  void unchangedBytesKeepTheirTimeAndTheVersion() {
    put(shelf, NOON, document("/a", "one"), document("/b", "one"));
    shelf.refresh();
    Shelved before = shelf.at("/a").orElseThrow();

    assertThat(put(shelf, NOON.plusSeconds(60), document("/a", "one"), document("/b", "one")))
        .isFalse();
    assertThat(database.read(FeedRows::version)).isEqualTo(1L);
    assertThat(put(shelf, NOON.plusSeconds(60), document("/a", "one"), document("/b", "two")))
        .isTrue();
    shelf.refresh();

    assertThat(shelf.at("/a").orElseThrow()).isSameAs(before);
    assertThat(shelf.at("/b").orElseThrow().changed()).isEqualTo(NOON_SHARP.plusSeconds(60));
  }

  @Test
  void twoVersionsNeverShareATimeEvenWhenTheClockGoesBack() {
    put(shelf, NOON, document("/a", "one"));
    put(shelf, NOON, document("/a", "two"));
    put(shelf, NOON.minusSeconds(3600), document("/a", "three"));
    shelf.refresh();

    assertThat(shelf.at("/a").orElseThrow().changed()).isEqualTo(NOON_SHARP.plusSeconds(2));
  }

  @Test
  void aDocumentThatIsNotPutAnyMoreIsGone() {
    put(shelf, NOON, document("/a", "one"), document("/b", "one"));
    shelf.refresh();
    assertThat(put(shelf, NOON, document("/b", "one"))).isTrue();
    shelf.refresh();

    assertThat(shelf.at("/a")).isEmpty();
    assertThat(shelf.at("/b")).isPresent();
  }

  @Test
  void anotherProcessSeesTheSame() {
    FeedShelf other = new FeedShelf(database);
    put(shelf, NOON, document("/a", "one"));
    shelf.refresh();
    other.refresh();

    assertThat(other.at("/a").orElseThrow().etag()).isEqualTo(shelf.at("/a").orElseThrow().etag());
    assertThat(other.at("/a").orElseThrow().gzip()).isEqualTo(shelf.at("/a").orElseThrow().gzip());
  }

  @Test
  void whatIsRolledBackIsNotOnTheShelf() {
    put(shelf, NOON, document("/a", "one"));
    try {
      database.useTransaction(
          handle -> {
            shelf.put(handle, List.of(document("/a", "two")), NOON);
            throw new IllegalStateException("no");
          });
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessage("no");
    }
    shelf.refresh();

    assertThat(shelf.at("/a").orElseThrow().document().bytes())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("one");
  }

  @Test
  void theFrontSaysWhatTheFeedsSay() {
    FeedPress press = new FeedPress();
    put(shelf, NOON, press.print(Essays.channel(), Essays.entries()).toArray(FeedDocument[]::new));
    shelf.refresh();
    FeedShelf.Front front = shelf.front().orElseThrow();

    assertThat(front.title()).isEqualTo("Tea & Ink");
    assertThat(front.description()).isEqualTo("Essays on <small> things");
    assertThat(front.home()).isEqualTo(URI.create("https://blog.example/"));
    assertThat(front.language()).isEqualTo("en");
    assertThat(front.headlines())
        .hasSize(3)
        .element(1)
        .isEqualTo(
            new Headline(
                "茶与墨",
                URI.create("https://blog.example/%E8%8C%B6/"),
                Instant.parse("2024-01-05T00:00:00Z"),
                "zh-CN",
                "关于茶。"));
    assertThat(front.headlines().get(0).summary()).isEqualTo(Essays.entries().get(0).summary());
  }

  private boolean put(FeedShelf shelf, Instant now, FeedDocument... documents) {
    return database.inTransaction(handle -> shelf.put(handle, List.of(documents), now));
  }

  private static FeedDocument document(String path, String text) {
    return new FeedDocument(path, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }
}
