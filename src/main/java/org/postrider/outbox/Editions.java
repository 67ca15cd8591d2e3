package org.postrider.outbox;

import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The table of editions. */
final class Editions {

  // RFC 4648 section 6, in lower case.
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int ID_LENGTH = 8;

  private static final String INSERT =
      """
      INSERT INTO edition
        (id, kind, post, subject, letter, fingerprint, created, not_before, state)
      VALUES (:id, :kind, :post, :subject, :letter, :fingerprint, :now, :notBefore, 'OPEN')
      ON CONFLICT %s DO NOTHING
      """;
  private static final String INSERT_ESSAY = INSERT.formatted("(post) WHERE kind = 'ESSAY'");
  private static final String INSERT_SHARED = INSERT.formatted("(fingerprint)");

  private final RandomGenerator random;

  Editions(RandomGenerator random) {
    this.random = random;
  }

  /** The id of the new edition; empty when {@code post} has one already. */
  Optional<String> addEssay(
      Handle handle, Plate plate, String post, Instant notBefore, Instant now) {
    String id = freeId(handle);
    int added =
        insert(handle, INSERT_ESSAY, id, plate, now)
            .bind("post", post)
            .bindByType("fingerprint", null, String.class)
            .bind("notBefore", notBefore)
            .execute();
    return added == 1 ? Optional.of(id) : Optional.empty();
  }

  /** The id of the edition with these bytes, which is added when there is none. */
  String addShared(Handle handle, Plate plate, Instant now) {
    insert(handle, INSERT_SHARED, freeId(handle), plate, now)
        .bind("post", "")
        .bind("fingerprint", plate.fingerprint())
        .bind("notBefore", now)
        .execute();
    return handle
        .createQuery("SELECT id FROM edition WHERE fingerprint = :fingerprint")
        .bind("fingerprint", plate.fingerprint())
        .mapTo(String.class)
        .one();
  }

  private static Update insert(Handle handle, String sql, String id, Plate plate, Instant now) {
    return handle
        .createUpdate(sql)
        .bind("id", id)
        .bind("kind", plate.kind().name())
        .bind("subject", plate.subject())
        .bind("letter", plate.letter())
        .bind("now", now);
  }

  private String freeId(Handle handle) {
    String id;
    do {
      id = randomId();
    } while (exists(handle, id));
    return id;
  }

  private String randomId() {
    StringBuilder id = new StringBuilder(ID_LENGTH);
    synchronized (random) {
      for (int i = 0; i < ID_LENGTH; i++) {
        id.append(BASE32.charAt(random.nextInt(BASE32.length())));
      }
    }
    return id.toString();
  }

  private static boolean exists(Handle handle, String id) {
    return handle
        .createQuery("SELECT 1 FROM edition WHERE id = :id")
        .bind("id", id)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** The letter to print from. */
  static byte[] letter(Handle handle, String id) {
    return handle
        .createQuery("SELECT letter FROM edition WHERE id = :id")
        .bind("id", id)
        .mapTo(byte[].class)
        .one();
  }

  static void move(Handle handle, String id, String state) {
    handle
        .createUpdate("UPDATE edition SET state = :state WHERE id = :id")
        .bind("state", state)
        .bind("id", id)
        .execute();
  }
}
