package org.postrider.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.postrider.courier.Outcome;
import org.postrider.letter.Letter;

/** A sender to be killed: {@code SendingProcess DATA-FOLDER MAIL-FOLDER CONNECTIONS}. */
final class SendingProcess {

  private SendingProcess() {}

  public static void main(String[] arguments) {
    Path mail = Path.of(arguments[1]);
    RecordingCourier courier = new RecordingCourier(Integer.parseInt(arguments[2]));
    AtomicInteger number = new AtomicInteger();
    String process = Long.toString(ProcessHandle.current().pid());
    courier.answer(letter -> keep(letter, mail, process + "-" + number.incrementAndGet()));
    try (Fixture post = new Fixture(Path.of(arguments[0]), InstantSource.system());
        Dispatcher dispatcher = post.dispatcher(courier)) {
      if (!dispatcher.sendDue()) {
        System.exit(1);
      }
    }
  }

  /** A letter is accepted when its file has its name. */
  private static Outcome keep(Letter letter, Path mail, String name) {
    try {
      Path begun = Files.write(mail.resolve(name + ".begun"), letter.bytes());
      Files.move(begun, mail.resolve(name + ".letter"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    return new Outcome.Accepted("250 ok");
  }
}
