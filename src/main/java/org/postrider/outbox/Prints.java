package org.postrider.outbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.postrider.letter.Addressee;
import org.postrider.letter.Letter;
import org.postrider.store.Database;

/** The editions in use, each read from the database once. Safe for several threads. */
final class Prints {

  private static final int KEPT = 8;

  private final Database database;
  private final Function<byte[], Function<Addressee, Letter>> press;
  private final Map<String, Function<Addressee, Letter>> kept =
      new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param press makes of a stored edition what fills it for a reader
   */
  Prints(Database database, Function<byte[], Function<Addressee, Letter>> press) {
    this.database = database;
    this.press = press;
  }

  /** What fills the edition {@code id}; who asks meanwhile waits, and reads no second time. */
  synchronized Function<Addressee, Letter> of(String id) {
    Function<Addressee, Letter> print = kept.get(id);
    if (print == null) {
      byte[] stored = database.read(handle -> Editions.letter(handle, id));
      print = press.apply(stored);
      kept.put(id, print);
      if (kept.size() > KEPT) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    return print;
  }
}
