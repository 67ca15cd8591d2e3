package org.postrider.schedule;

import java.util.Properties;
import java.util.UUID;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.simpl.RAMJobStore;
import org.quartz.simpl.SimpleThreadPool;

/** Makes a Quartz scheduler that keeps nothing: it only wakes. */
final class QuartzEngine {

  /** Each job takes one at most: scan, dispatch, retries and cleanup may run side by side. */
  private static final int THREADS = 4;

  private QuartzEngine() {}

  static Scheduler make() throws SchedulerException {
    Properties properties = new Properties();
    // Quartz keeps all schedulers of a process in one register by this name.
    properties.setProperty(
        StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, "postrider-" + UUID.randomUUID());
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.setProperty("org.quartz.scheduler.jmx.export", "false");
    properties.setProperty("org.quartz.scheduler.threadName", "schedule");
    properties.setProperty(
        StdSchedulerFactory.PROP_THREAD_POOL_CLASS, SimpleThreadPool.class.getName());
    properties.setProperty("org.quartz.threadPool.threadCount", Integer.toString(THREADS));
    properties.setProperty("org.quartz.threadPool.threadNamePrefix", "job");
    properties.setProperty(StdSchedulerFactory.PROP_JOB_STORE_CLASS, RAMJobStore.class.getName());
    // Later than this is missed, and made up for once instead of wake-up by wake-up.
    properties.setProperty("org.quartz.jobStore.misfireThreshold", "5000");
    return new StdSchedulerFactory(properties).getScheduler();
  }
}
