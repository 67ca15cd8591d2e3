package org.postrider.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.postrider.courier.Courier;
import org.postrider.courier.Outcome;
import org.postrider.letter.Letter;

/** Answers as it is told, and keeps what it was given. */
final class RecordingCourier implements Courier {

  private final int connections;
  private final List<Letter> tried = new ArrayList<>();
  private final List<Letter> accepted = new ArrayList<>();
  private final AtomicInteger inHand = new AtomicInteger();
  private volatile Function<Letter, Outcome> answer = letter -> new Outcome.Accepted("250 ok");

  RecordingCourier(int connections) {
    this.connections = connections;
  }

  void answer(Function<Letter, Outcome> with) {
    this.answer = with;
  }

  void answer(Outcome always) {
    this.answer = letter -> always;
  }

  @Override
  public Outcome deliver(Letter letter) {
    if (inHand.incrementAndGet() > connections) {
      throw new IllegalStateException("more letters at once than connections");
    }
    try {
      synchronized (this) {
        tried.add(letter);
      }
      Outcome outcome = answer.apply(letter);
      if (outcome instanceof Outcome.Accepted) {
        synchronized (this) {
          accepted.add(letter);
        }
      }
      return outcome;
    } finally {
      inHand.decrementAndGet();
    }
  }

  synchronized List<Letter> tried() {
    return List.copyOf(tried);
  }

  synchronized List<Letter> accepted() {
    return List.copyOf(accepted);
  }

  int inHand() {
    return inHand.get();
  }

  @Override
  public int connections() {
    return connections;
  }

  @Override
  public String tryOut() {
    return "";
  }

  @Override
  public void close() {}
}
