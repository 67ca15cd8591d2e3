package org.postrider.app;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.postrider.config.Configuration;
import org.postrider.courier.Courier;
import org.postrider.courier.Mailbox;
import org.postrider.courier.MailboxCourier;
import org.postrider.courier.SmtpCourier;
import org.postrider.feed.FeedShelf;
import org.postrider.letter.EditionPress;
import org.postrider.letter.LetterWriter;
import org.postrider.membership.Membership;
import org.postrider.monitor.Health;
import org.postrider.outbox.Announcer;
import org.postrider.outbox.Dispatcher;
import org.postrider.outbox.Outbox;
import org.postrider.post.PostRenderer;
import org.postrider.post.PostsFolder;
import org.postrider.publish.KnownPosts;
import org.postrider.publish.PostOrders;
import org.postrider.publish.PublishRun;
import org.postrider.store.Database;
import org.postrider.subscriber.Readers;
import org.postrider.template.Templates;
import org.postrider.token.Secret;
import org.postrider.token.Tokens;

/**
 * The whole program, put together: every {@code new}, in order. Opening it touches the database and
 * the keys and nothing else; {@link Daemon} makes it run, commands use its parts by hand.
 */
public final class Postrider implements AutoCloseable {

  private final Configuration configuration;
  private final InstantSource clock = InstantSource.system();
  private final Health health = new Health();
  private final Database database;
  private final Readers readers;
  private final Outbox outbox;
  private final Templates templates;
  private final Mailbox mailbox;
  private final Courier courier;
  private final Dispatcher dispatcher;
  private final FeedShelf shelf;
  private final PostsFolder folder;
  private final PostRenderer renderer;
  private final EditionPress press;
  private final LetterWriter writer;
  private final Blogs blogs;
  private final PublishRun publishRun;
  private final PostOrders orders;
  private final Membership membership;

  /**
   * Opens the installation that {@code configuration} describes.
   *
   * @throws org.postrider.store.StoreException when its database can't be used
   */
  public Postrider(Configuration configuration) {
    this.configuration = configuration;
    Path data = configuration.data();
    SecureRandom random = new SecureRandom();

    database = Database.openEmbedded(data);
    Tokens tokens = new Tokens(secret(data.resolve("keys")), clock);
    readers = new Readers(tokens, random);
    outbox = new Outbox(random);

    templates = new Templates(configuration.templates());
    press = new EditionPress(configuration.mail(), configuration.web(), templates);
    writer = new LetterWriter(configuration.mail(), configuration.web(), tokens);
    mailbox = new Mailbox(data.resolve("mailbox"));
    courier = makeCourier();
    dispatcher =
        new Dispatcher(
            new Dispatcher.Desk(database, outbox, data, clock, health),
            courier,
            writer,
            configuration.mail());

    shelf = new FeedShelf(database);
    folder = new PostsFolder(configuration.site());
    renderer = new PostRenderer();
    blogs = new Blogs(folder);
    PublishRun.Desk desk = new PublishRun.Desk(database, data, clock, health);
    publishRun =
        new PublishRun(
            configuration,
            desk,
            new PublishRun.Sources(folder, renderer),
            shelf,
            new Announcer(press, blogs::blog, outbox));
    orders = new PostOrders(desk);
    membership =
        new Membership(
            database, new Membership.Members(readers, outbox, tokens), press, blogs::blog, clock);
  }

  private static Secret secret(Path keys) {
    try {
      return Secret.in(keys);
    } catch (IllegalStateException | UncheckedIOException e) {
      throw new Refusal(e.getMessage(), e);
    }
  }

  private Courier makeCourier() {
    if (!configuration.mail().relay().isConfigured()) {
      return new MailboxCourier(mailbox);
    }
    try {
      return new SmtpCourier(configuration.mail(), configuration.web().url().getHost());
    } catch (IllegalArgumentException e) {
      throw new Refusal(e.getMessage(), e);
    }
  }

  public Configuration configuration() {
    return configuration;
  }

  public InstantSource clock() {
    return clock;
  }

  public Health health() {
    return health;
  }

  public Database database() {
    return database;
  }

  public Readers readers() {
    return readers;
  }

  public Outbox outbox() {
    return outbox;
  }

  public Templates templates() {
    return templates;
  }

  public Mailbox mailbox() {
    return mailbox;
  }

  public Dispatcher dispatcher() {
    return dispatcher;
  }

  public FeedShelf shelf() {
    return shelf;
  }

  public PostsFolder folder() {
    return folder;
  }

  public PublishRun publishRun() {
    return publishRun;
  }

  public PostOrders orders() {
    return orders;
  }

  public Membership membership() {
    return membership;
  }

  public KnownPosts knownPosts() {
    return new KnownPosts();
  }

  Blogs blogs() {
    return blogs;
  }

  /** Makes a letter and a feed entry of one post, to be looked at. */
  public Preview preview() {
    return new Preview(
        configuration, folder, renderer, new Preview.Letters(press, writer, blogs::blog));
  }

  @Override
  public void close() {
    dispatcher.close();
    courier.close();
    database.close();
  }
}
