package org.postrider.membership;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.postrider.letter.Edition;
import org.postrider.letter.EditionPress;
import org.postrider.outbox.Outbox;
import org.postrider.subscriber.Reader;

/**
 * What membership needs of the press and the outbox.
 *
 * @param prepare renders a letter of a kind in a language, which takes a while and so is done
 *     before a transaction; what it returns queues that letter inside one
 * @param withdraw cancels the essays that wait for a reader
 * @param forget wipes a reader from the outbox
 */
record Letters(
    BiFunction<Edition.Kind, String, Consumer<Letters.Slip>> prepare,
    BiConsumer<Handle, Reader> withdraw,
    BiConsumer<Handle, Reader> forget) {

  /**
   * To whom a letter goes.
   *
   * @param occasion tells it from others of its kind to him
   */
  record Slip(Handle handle, Reader reader, String occasion, Instant now) {}

  static Letters through(
      EditionPress press, Supplier<EditionPress.Blog> blog, Outbox outbox, InstantSource clock) {
    return new Letters(
        (kind, language) -> {
          Edition edition = press.service(kind, blog.get(), language);
          return slip ->
              outbox.enqueue(slip.handle(), edition, slip.reader(), slip.occasion(), slip.now());
        },
        (handle, reader) -> outbox.withdraw(handle, reader.id(), clock.instant()),
        (handle, reader) -> outbox.forget(handle, reader.id()));
  }
}
