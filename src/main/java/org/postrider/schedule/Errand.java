package org.postrider.schedule;

import org.postrider.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One named job and whether it rests or runs. It never overlaps itself, and however often it is
 * called while it runs, it runs once more.
 *
 * <pre>
 *            call            begin
 *   RESTING ------> CALLED --------> RUNNING <--------+
 *      ^                              |   | call      | end
 *      +------------------------------+   +------> CALLED_AGAIN
 *                  end
 * </pre>
 */
final class Errand {

  private static final Logger LOG = LoggerFactory.getLogger(Errand.class);

  private enum State {
    RESTING,
    CALLED,
    RUNNING,
    CALLED_AGAIN
  }

  private final String name;
  private final Runnable job;
  private State state = State.RESTING;
  private boolean ended;

  /** The fault that was last told; empty when the last run went well. Only the running thread's. */
  private volatile String told = "";

  Errand(String name, Runnable job) {
    this.name = name;
    this.job = job;
  }

  /** Asks for a run. True when the caller has to see to it that {@link #run} is called. */
  synchronized boolean call() {
    boolean resting = state == State.RESTING;
    state =
        switch (state) {
          case RESTING, CALLED -> State.CALLED;
          case RUNNING, CALLED_AGAIN -> State.CALLED_AGAIN;
        };
    return resting;
  }

  /** Runs the job in this thread until nobody calls any more. */
  void run() {
    while (begins()) {
      try {
        job.run();
        tellThatItWorks();
      } catch (RuntimeException | Error fault) {
        // Whatever one run meets, the next may succeed; a daemon whose scan has died looks healthy.
        tell(fault);
      } finally {
        rest();
      }
    }
  }

  /**
   * Some jobs run every second: a fault that lasts is told once, with its trace unless it has a
   * sentence.
   */
  private void tell(Throwable fault) {
    if (fault.toString().equals(told)) {
      return;
    }
    told = fault.toString();
    if (fault instanceof StoreException) {
      LOG.error("job={} failed, it stays on the schedule: {}", name, fault.getMessage());
    } else {
      LOG.error("job={} failed, it stays on the schedule", name, fault);
    }
  }

  private void tellThatItWorks() {
    if (!told.isEmpty()) {
      LOG.warn("job={} works again", name);
      told = "";
    }
  }

  private synchronized boolean begins() {
    if (ended || state != State.CALLED) {
      return false;
    }
    state = State.RUNNING;
    return true;
  }

  private synchronized void rest() {
    state = state == State.CALLED_AGAIN ? State.CALLED : State.RESTING;
    notifyAll();
  }

  /** Begins no run any more. */
  synchronized void end() {
    ended = true;
  }

  /** Waits at most until {@code deadline}, in {@link System#nanoTime}, for the run to end. */
  synchronized boolean awaitRest(long deadline) throws InterruptedException {
    while (state == State.RUNNING || state == State.CALLED_AGAIN) {
      long millis = (deadline - System.nanoTime()) / 1_000_000;
      if (millis <= 0) {
        return false;
      }
      wait(millis);
    }
    return true;
  }

  String name() {
    return name;
  }
}
