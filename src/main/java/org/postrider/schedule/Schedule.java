package org.postrider.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postrider.config.Timing;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes named jobs. A job never overlaps itself: a wake-up that comes while it runs makes it run
 * once more afterwards. What is due, a job finds out for itself. Safe for use by several threads.
 * After {@link #close} wake-ups are ignored.
 */
public final class Schedule implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

  /** Marks the wake-ups made by {@link #wake}, whose errand is called already. */
  private static final String CALLED = "called";

  private static final String REPEATED = "repeated";
  private static final String APPOINTED = "appointed";

  private final ZoneId zone;
  private final Duration closeLimit;
  private final Scheduler quartz;
  private final Map<String, Errand> errands = new ConcurrentHashMap<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Nothing is woken before {@link #start}; cron lines are read in {@code zone}. */
  public Schedule(ZoneId zone) {
    this(zone, Duration.ofSeconds(60));
  }

  /**
   * @param closeLimit how long {@link #close} waits at most
   */
  public Schedule(ZoneId zone, Duration closeLimit) {
    this.zone = zone;
    this.closeLimit = closeLimit;
    try {
      quartz = QuartzEngine.make();
      quartz.setJobFactory((fired, scheduler) -> job(fired.getTrigger()));
    } catch (SchedulerException fault) {
      throw new IllegalStateException("The schedule can't be set up: " + fault.getMessage(), fault);
    }
  }

  private Job job(Trigger trigger) {
    Errand errand = errands.get(trigger.getJobKey().getName());
    boolean called = trigger.getJobDataMap().containsKey(CALLED);
    return context -> {
      if (called || errand.call()) {
        errand.run();
      }
    };
  }

  /**
   * Declares the job {@code name}; it runs in a thread of the schedule. An exception it throws is
   * logged, and it lives on.
   *
   * @throws IllegalArgumentException when there is one of this name
   */
  public void define(String name, Runnable job) {
    if (errands.putIfAbsent(name, new Errand(name, job)) != null) {
      throw new IllegalArgumentException("The job \"" + name + "\" is defined twice.");
    }
    tell(
        () ->
            quartz.addJob(
                JobBuilder.newJob(Job.class).withIdentity(name).storeDurably().build(), false));
  }

  /**
   * Wakes the job again and again, in place of an earlier timing of the same job.
   *
   * @throws IllegalArgumentException when the timing is none, with a sentence for the operator
   */
  public void repeat(String name, Timing timing) {
    JobKey job = key(name);
    TriggerKey trigger = new TriggerKey(name, REPEATED);
    set(Triggers.repeating(trigger, job, timing, zone));
  }

  /**
   * Wakes the job once at {@code when}, in place of an earlier appointment of the same job; at once
   * when that is past.
   */
  public void wakeAt(String name, Instant when) {
    JobKey job = key(name);
    set(Triggers.once(new TriggerKey(name, APPOINTED), job, when));
  }

  /** One thread at a time, lest two set the same trigger side by side. */
  private synchronized void set(Trigger trigger) {
    tell(
        () -> {
          if (quartz.rescheduleJob(trigger.getKey(), trigger) == null) {
            quartz.scheduleJob(trigger);
          }
        });
  }

  /** Wakes the job now. */
  public void wake(String name) {
    JobKey job = key(name);
    if (errands.get(name).call()) {
      tell(() -> quartz.triggerJob(job, new JobDataMap(Map.of(CALLED, true))));
    }
  }

  private JobKey key(String name) {
    if (!errands.containsKey(name)) {
      throw new IllegalArgumentException("There is no job \"" + name + "\"; define it first.");
    }
    return new JobKey(name);
  }

  /** Begins to wake. */
  public void start() {
    tell(quartz::start);
  }

  private void tell(Order order) {
    if (closed.get()) {
      return;
    }
    try {
      order.give();
    } catch (SchedulerException fault) {
      // close() may have come between.
      if (!closed.get()) {
        throw new IllegalStateException("The schedule refused: " + fault.getMessage(), fault);
      }
    }
  }

  /** Something Quartz is told to do. */
  private interface Order {
    void give() throws SchedulerException;
  }

  /**
   * Wakes nobody any more and waits for the jobs that run, within a limit; whoever still runs then
   * is named in the log. Calling it again does nothing.
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    errands.values().forEach(Errand::end);
    long deadline = System.nanoTime() + closeLimit.toNanos();
    try {
      quartz.standby();
      for (Errand errand : errands.values()) {
        if (!errand.awaitRest(deadline)) {
          LOG.warn("job={} still runs after {}, not waiting any longer", errand.name(), closeLimit);
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (SchedulerException fault) {
      LOG.warn("The schedule did not stop waking: {}", fault.getMessage());
    } finally {
      shutDown();
    }
  }

  private void shutDown() {
    try {
      quartz.shutdown(false);
    } catch (SchedulerException fault) {
      LOG.warn("The schedule did not shut down: {}", fault.getMessage());
    }
  }
}
