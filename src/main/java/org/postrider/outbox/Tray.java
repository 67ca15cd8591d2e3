package org.postrider.outbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Claimed letters on their way from the clerk who claims them to the hands that send them. */
final class Tray {

  private final Deque<Claim> unbegun = new ArrayDeque<>();
  private int begun;
  private boolean shut;

  synchronized void put(Collection<Claim> claims) {
    unbegun.addAll(claims);
    notifyAll();
  }

  /** The next letter, when there is one; empty: the tray is shut. Each needs a {@link #done}. */
  synchronized Optional<Claim> take() throws InterruptedException {
    while (unbegun.isEmpty() && !shut) {
      wait();
    }
    if (shut) {
      return Optional.empty();
    }
    begun++;
    notifyAll();
    return Optional.of(unbegun.remove());
  }

  /** What became of a letter taken is in the ledger. */
  synchronized void done() {
    begun--;
    notifyAll();
  }

  /** Takes back those not begun that {@code which} picks. */
  synchronized List<Claim> takeBack(Predicate<Claim> which) {
    List<Claim> back = unbegun.stream().filter(which).toList();
    unbegun.removeAll(back);
    notifyAll();
    return back;
  }

  /** Nothing can be taken any more; what lies here can only be taken back. */
  synchronized void shut() {
    shut = true;
    notifyAll();
  }

  synchronized boolean isShut() {
    return shut;
  }

  synchronized int unbegun() {
    return unbegun.size();
  }

  /** Here and in hand. */
  synchronized int letters() {
    return unbegun.size() + begun;
  }

  synchronized boolean isIdle() {
    return letters() == 0;
  }

  /** Waits until at most {@code few} are not begun, or nothing is left in hand either. */
  synchronized void awaitRoom(int few, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!shut && unbegun.size() > few && !isIdle()) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return;
      }
      wait(left);
    }
  }
}
