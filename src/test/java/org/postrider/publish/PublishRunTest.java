package org.postrider.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postrider.config.Configuration;
import org.postrider.config.ConfigurationFile;
import org.postrider.feed.FeedShelf;
import org.postrider.letter.EditionPress;
import org.postrider.monitor.Health;
import org.postrider.outbox.Announcer;
import org.postrider.outbox.Books;
import org.postrider.outbox.Outbox;
import org.postrider.post.PostRenderer;
import org.postrider.post.PostsFolder;
import org.postrider.store.Database;
import org.postrider.store.ProcessLock;
import org.postrider.subscriber.EmailAddress;
import org.postrider.subscriber.ReaderState;
import org.postrider.subscriber.Readers;
import org.postrider.template.Templates;
import org.postrider.token.Secret;
import org.postrider.token.Tokens;

class PublishRunTest {

  /** Text on which the Markdown parser throws. */
  private static final String UNRENDERABLE = "Before.\n\n *[]:";

  @TempDir private Path home;

  private Instant now = Instant.parse("2026-05-05T08:00:00Z");
  private final Health health = new Health();
  private Database database;
  private FeedShelf shelf;
  private Outbox outbox;
  private PublishRun run;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(home.resolve("blog/_posts"));
    Files.writeString(
        home.resolve("blog/_config.yml"),
        "title: Essays\nurl: https://blog.example\npermalink: /:title/\n");
    Files.writeString(
        home.resolve("postrider.yaml"),
        "site: { folder: blog }\nmail: { from: a@blog.example }\nweb: { url: 'https://letters.blog.example' }\n");
    start();
  }

  private void start() {
    Configuration configuration = ConfigurationFile.read(home.resolve("postrider.yaml"), Map.of());
    database = Database.openEmbedded(home.resolve("data"));
    shelf = new FeedShelf(database);
    outbox = new Outbox(new Random(1));
    EditionPress press =
        new EditionPress(
            configuration.mail(), configuration.web(), new Templates(home.resolve("templates")));
    EditionPress.Blog blog =
        new EditionPress.Blog(
            "Essays", URI.create("https://blog.example"), "en", "A. Author", ZoneOffset.UTC);
    run =
        new PublishRun(
            configuration,
            new PublishRun.Desk(database, home.resolve("data"), () -> now, health),
            new PublishRun.Sources(new PostsFolder(configuration.site()), new PostRenderer()),
            shelf,
            new Announcer(press, () -> blog, outbox));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theFirstPassMailsNothingAndFillsTheFeeds() throws Exception {
    write("old", "An old essay");
    addReader();
    pass();
    assertThat(feed()).doesNotContain("An old essay");
    rest();
    assertThat(pass().announced()).isEmpty();
    assertThat(feed()).contains("An old essay");
    assertThat(books()).isEmpty();
  }

  @Test
  void aNewEssayIsInTheFeedsAndInTheLedgerOnce() throws Exception {
    begin();
    write("new", "A new essay");
    pass();
    rest();
    PublishReport report = pass();
    assertThat(report.announced())
        .containsExactly(new PublishReport.Announced("_posts/2026-05-01-new.md", "A new essay", 1));
    assertThat(feed()).contains("A new essay");
    write("new", "A new essay, edited");
    pass();
    rest();
    assertThat(pass().announced()).isEmpty();
    assertThat(feed()).contains("A new essay, edited");
    assertThat(books())
        .singleElement()
        .satisfies(books -> assertThat(books.addressed()).isEqualTo(1));
  }

  @Test
  void aPassWithoutChangesChangesNothing() throws Exception {
    begin();
    byte[] before = feed().getBytes(StandardCharsets.UTF_8);
    rest();
    assertThat(pass().feedsChanged()).isFalse();
    database.close();
    start();
    assertThat(pass().feedsChanged()).isFalse();
    assertThat(feed().getBytes(StandardCharsets.UTF_8)).isEqualTo(before);
  }

  @Test
  void aPassNoticesThatAnotherProcessHasPrintedFeedsSince() throws Exception {
    begin();
    String before = feed();
    String text = Files.readString(post("old"));
    PublishRun first = run;
    Database own = database;
    start();
    Files.writeString(post("old"), text + " One word.");
    pass();
    rest();
    pass();
    assertThat(feed()).contains("One word.");
    Files.writeString(post("old"), text);
    run = first;
    pass();
    rest();
    pass();
    shelf.refresh();
    assertThat(feed()).isEqualTo(before);
    own.close();
  }

  @Test
  void theLastGoodVersionOfABrokenEssayOutlivesARestart() throws Exception {
    begin();
    Files.writeString(post("old"), "---\ntitle: Broken: by a colon\n---\nAnother text.\n");
    pass();
    database.close();
    start();
    rest();
    PublishReport report = pass();
    assertThat(report.posts())
        .anySatisfy(post -> assertThat(post.state()).isEqualTo(PostState.BROKEN));
    assertThat(report.posts().get(0).problem().orElseThrow().line()).isEqualTo(2);
    write("other", "Another essay");
    pass();
    rest();
    pass();
    assertThat(feed()).contains("An old essay").contains("Another essay").doesNotContain("Broken");
  }

  @Test
  void aMissingFolderKeepsTheFeedsAndIsTold() throws Exception {
    begin();
    String before = feed();
    Files.move(home.resolve("blog"), home.resolve("away"));
    pass();
    rest();
    pass();
    assertThat(feed()).isEqualTo(before);
    assertThat(health.faults()).containsKey("folder");
    Files.move(home.resolve("away"), home.resolve("blog"));
    pass();
    assertThat(health.faults()).isEmpty();
    assertThat(feed()).isEqualTo(before);
  }

  @Test
  void anEditionThatCannotBePrintedIsTriedAgain() throws Exception {
    begin();
    Files.createDirectories(home.resolve("templates"));
    write("new", "A new essay");
    pass();
    rest();
    // The shipped template stands in for a broken one of the author's, so the essay goes out all
    // the same.
    Files.writeString(home.resolve("templates/letter.html"), "{{ nonsense");
    assertThat(pass().announced()).hasSize(1);
  }

  @Test
  void anEssayThatCannotBeRenderedHarmsOnlyItself() throws Exception {
    begin();
    write("good", "A good essay");
    Files.writeString(post("bad"), "---\ntitle: A bad essay\n---\n" + UNRENDERABLE);
    pass();
    rest();
    assertThat(pass().announced())
        .extracting(PublishReport.Announced::title)
        .containsExactly("A good essay");
    assertThat(feed()).contains("A good essay").doesNotContain("A bad essay");
    assertThat(health.faults()).containsKeys("feeds", "letters");
    assertThat(health.faults().get("feeds")).contains("_posts/2026-05-01-bad.md");
  }

  @Test
  void theLastGoodVersionKeepsItsLinksToOtherPosts() throws Exception {
    begin();
    String head =
        "---\ntitle: A linking essay\n---\n[the old one]({% post_url 2026-05-01-old %}). ";
    Files.writeString(post("linking"), head + Prose.by(7));
    pass();
    rest();
    pass();
    assertThat(feed()).contains("https://blog.example/old/");
    Files.writeString(post("linking"), head + Prose.by(7) + " And more");
    write("other", "Another essay");
    pass();
    Files.writeString(post("linking"), head + Prose.by(7) + " And still more");
    rest();
    pass();
    assertThat(feed()).contains("Another essay").doesNotContain("And");
    assertThat(feed())
        .contains("&lt;a href=\"https://blog.example/old/\"&gt;the old one&lt;/a&gt;");
  }

  @Test
  void aPassWaitsForTheOneThatRuns() throws Exception {
    begin();
    ProcessLock other = ProcessLock.tryTake(home.resolve("data"), "scan").orElseThrow();
    Thread waiting =
        new Thread(
            () ->
                org.assertj.core.api.Assertions.assertThatCode(this::pass)
                    .doesNotThrowAnyException());
    waiting.start();
    waiting.join(300);
    assertThat(waiting.isAlive()).isTrue();
    other.close();
    waiting.join(20_000);
    assertThat(waiting.isAlive()).isFalse();
  }

  @Test
  void ordersReachThePostsByAnyOfTheirNames() throws Exception {
    begin();
    PostOrders orders =
        new PostOrders(new PublishRun.Desk(database, home.resolve("data"), () -> now, health));
    assertThat(orders.give(PostOrders.Order.ANNOUNCE, List.of("old")))
        .allMatch(PostOrders.Answer::done);
    assertThat(orders.given()).isEqualTo(1);
    assertThat(pass().announced()).hasSize(1);
    assertThat(orders.give(PostOrders.Order.ANNOUNCE, List.of("old", "nobody")))
        .noneMatch(PostOrders.Answer::done);
  }

  private void begin() throws Exception {
    write("old", "An old essay");
    addReader();
    pass();
    rest();
    pass();
  }

  private void addReader() {
    Readers readers = new Readers(new Tokens(Secret.of(new byte[32]), () -> now), new Random(2));
    database.useTransaction(
        handle ->
            readers.add(
                handle,
                EmailAddress.parse("reader@example.org").orElseThrow(),
                ReaderState.ACTIVE,
                Readers.Wishes.ALL,
                now));
  }

  private void write(String slug, String title) throws IOException {
    Files.writeString(
        post(slug),
        "---\ntitle: " + title + "\n---\nThe text of " + slug + ": " + Prose.by(slug.hashCode()));
  }

  private Path post(String slug) {
    return home.resolve("blog/_posts/2026-05-01-" + slug + ".md");
  }

  private PublishReport pass() throws InterruptedException {
    return run.run();
  }

  private void rest() {
    now = now.plus(Duration.ofMinutes(2));
  }

  private String feed() {
    return new String(
        shelf.at("/atom.xml").orElseThrow().document().bytes(), StandardCharsets.UTF_8);
  }

  private List<Books> books() {
    return database.read(outbox::books);
  }
}
