package org.postrider.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.postrider.store.StoreException;

/**
 * One go at what is due. The calling thread claims letters and lays them on a {@link Tray}; as many
 * hands as the courier has connections take them from there. A hand takes its next letter when what
 * became of the last one is durable. The round is over when nothing is due and nothing in hand.
 */
final class Round {

  private static final Duration LOOK = Duration.ofMillis(250);
  private static final int UNTIL_NOTHING_IS_IN_HAND = -1;

  private final Crew crew;
  private final Tray tray = new Tray();
  private final List<Future<?>> hands = new ArrayList<>();

  Round(Crew crew) {
    this.crew = crew;
  }

  /**
   * Returns when all that is due has left, or after {@link #end}, or when the thread is
   * interrupted, or when the mail server can't be used.
   *
   * @throws StoreException when the database can't be used
   */
  void run() {
    try {
      while (!tray.isShut()) {
        attend();
      }
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    } finally {
      finish();
    }
  }

  /** Begins no further letter. Those not begun wait again when this returns. */
  void end() {
    tray.shut();
    crew.recorder().layBack(tray.takeBack(claim -> true));
  }

  private void attend() throws InterruptedException {
    Set<Claim.Key> recalled = crew.clerk().recalled();
    crew.recorder().layBack(tray.takeBack(claim -> recalled.contains(claim.key())));
    boolean hasRoom = tray.unbegun() <= low();
    List<Claim> claims = hasRoom ? crew.clerk().claim(tray) : List.of();
    tray.put(claims);
    if (tray.isIdle()) {
      tray.shut();
      return;
    }
    hireHands();
    tray.awaitRoom(hasRoom && claims.isEmpty() ? UNTIL_NOTHING_IS_IN_HAND : low(), LOOK);
  }

  /** The next claim is made before the hands have run out. */
  private int low() {
    return Math.min(crew.connections(), Clerk.MOST_UNBEGUN / 2);
  }

  private void hireHands() {
    while (hands.size() < Math.min(crew.connections(), tray.letters())) {
      hands.add(crew.threads().submit(this::sendFromTray));
    }
  }

  private void sendFromTray() {
    try {
      for (Optional<Claim> next = tray.take(); next.isPresent(); next = tray.take()) {
        send(next.get());
      }
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    } finally {
      // A hand leaves early only when something is broken; then no other may begin a letter.
      tray.shut();
    }
  }

  private void send(Claim claim) {
    try {
      crew.recorder().record(List.of(outcome(claim)));
    } finally {
      tray.done();
    }
    if (crew.clerk().isResting()) {
      crew.recorder().layBack(tray.takeBack(other -> true));
    }
  }

  private Entry outcome(Claim claim) {
    try {
      return crew.handover().handOver(claim);
    } catch (StoreException unreadable) {
      crew.recorder().layBack(List.of(claim));
      throw unreadable;
    }
  }

  private void finish() {
    try {
      end();
    } finally {
      awaitHands();
    }
  }

  private void awaitHands() {
    Optional<Throwable> fault = Optional.empty();
    boolean interrupted = false;
    for (int done = 0; done < hands.size(); ) {
      try {
        hands.get(done).get();
        done++;
      } catch (ExecutionException thrown) {
        fault = fault.or(() -> Optional.of(thrown.getCause()));
        done++;
      } catch (InterruptedException interrupt) {
        // The letters in hand are to be finished; the couriers have their limits.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    fault.ifPresent(Round::rethrow);
  }

  private static void rethrow(Throwable fault) {
    if (fault instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    throw (Error) fault;
  }

  /** Who works at a round. */
  record Crew(
      Clerk clerk,
      Handover handover,
      Recorder recorder,
      ExecutorService threads,
      int connections) {}
}
