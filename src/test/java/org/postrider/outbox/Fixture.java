package org.postrider.outbox;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.postrider.courier.Courier;
import org.postrider.letter.Addressee;
import org.postrider.letter.Edition;
import org.postrider.letter.Letter;
import org.postrider.monitor.Health;
import org.postrider.store.Database;
import org.postrider.subscriber.Audience;
import org.postrider.subscriber.EmailAddress;
import org.postrider.subscriber.Frequency;
import org.postrider.subscriber.Reader;
import org.postrider.subscriber.ReaderState;

/** A real database in a folder, with readers, and letters that say what they were made of. */
final class Fixture implements AutoCloseable {

  static final List<Duration> RETRIES =
      List.of(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(2));
  static final Duration GIVE_UP = Duration.ofHours(72);
  static final Audience EVERYBODY = new Audience("", List.of());

  final Path folder;
  final InstantSource clock;
  final Database database;
  final Outbox outbox = new Outbox(new Random(7));
  final Health health = new Health();

  Fixture(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
    this.database = Database.openEmbedded(folder);
  }

  Dispatcher dispatcher(Courier courier) {
    return dispatcher(courier, Fixture::press);
  }

  Dispatcher dispatcher(Courier courier, Function<byte[], Function<Addressee, Letter>> press) {
    Dispatcher.Desk desk = new Dispatcher.Desk(database, outbox, folder, clock, health);
    RetryPlan plan = new RetryPlan(RETRIES, GIVE_UP, outbox.random());
    return new Dispatcher(desk, courier, press, plan);
  }

  /** The same edition and addressee give the same bytes, and any difference shows in them. */
  static Function<Addressee, Letter> press(byte[] stored) {
    String text = new String(stored, StandardCharsets.UTF_8);
    return addressee -> {
      String all = text + "|" + addressee;
      String to = addressee.address().text();
      String id = "<" + text + "." + addressee.readerId() + "." + addressee.occasion() + "@b>";
      return new Letter("author@b.example", to, id, all.getBytes(StandardCharsets.UTF_8));
    };
  }

  /** Readers numbered from 1. */
  void addReaders(int count) {
    database.useTransaction(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  """
                  INSERT INTO reader
                    (id, address, address_key, state, language, frequency, joined, confirmed)
                  VALUES (:id, :address, :address, 'active', '', 'every', 0, 0)
                  """);
          for (long id = 1; id <= count; id++) {
            batch.bind("id", id).bind("address", address(id)).add();
          }
          batch.execute();
        });
  }

  static String address(long id) {
    return "reader" + id + "@a.example";
  }

  static Reader reader(long id) {
    return new Reader(
        id,
        new EmailAddress(address(id)),
        ReaderState.PENDING,
        "",
        List.of(),
        Frequency.EVERY,
        Instant.EPOCH,
        Optional.empty());
  }

  static Plate essay(String title) {
    return new Plate(Edition.Kind.ESSAY, title, title.getBytes(StandardCharsets.UTF_8));
  }

  static Plate confirmation() {
    return new Plate(Edition.Kind.CONFIRM, "Confirm", "Confirm".getBytes(StandardCharsets.UTF_8));
  }

  /** The id of the new edition. */
  String announce(String title) {
    Instant now = clock.instant();
    Plate plate = essay(title);
    write(handle -> outbox.announce(handle, plate, "post:" + title, EVERYBODY, now, now));
    return books(title).id();
  }

  void write(Consumer<Handle> work) {
    database.useTransaction(work);
  }

  Books books(String title) {
    return database.read(outbox::books).stream()
        .filter(books -> books.subject().equals(title))
        .findFirst()
        .orElseThrow();
  }

  List<Outbox.Row> rows(String editionId) {
    return database.read(handle -> outbox.rows(handle, editionId));
  }

  static long sum(Books books) {
    return books.waiting()
        + books.inFlight()
        + books.deferred()
        + books.sent()
        + books.failed()
        + books.cancelled()
        + books.unknown();
  }

  @Override
  public void close() {
    database.close();
  }
}
