package org.postrider.schedule;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import org.postrider.config.Timing;
import org.quartz.CronExpression;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobKey;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;

/** Timings in Quartz's words. What was missed while the machine slept is made up for once. */
final class Triggers {

  private Triggers() {}

  static Trigger repeating(TriggerKey key, JobKey job, Timing timing, ZoneId zone) {
    if (timing instanceof Timing.Every every) {
      return every(key, job, every.interval());
    }
    return cron(key, job, ((Timing.Cron) timing).expression(), zone);
  }

  private static Trigger every(TriggerKey key, JobKey job, Duration interval) {
    if (interval.toMillis() <= 0) {
      throw new IllegalArgumentException(
          "\"%s\" can't be repeated every %s; give a time of at least a millisecond."
              .formatted(job.getName(), interval));
    }
    return TriggerBuilder.newTrigger()
        .withIdentity(key)
        .forJob(job)
        .startNow()
        .withSchedule(
            SimpleScheduleBuilder.simpleSchedule()
                .withIntervalInMilliseconds(interval.toMillis())
                .repeatForever()
                .withMisfireHandlingInstructionNowWithExistingCount())
        .build();
  }

  private static Trigger cron(TriggerKey key, JobKey job, String expression, ZoneId zone) {
    Trigger trigger =
        TriggerBuilder.newTrigger()
            .withIdentity(key)
            .forJob(job)
            .withSchedule(
                CronScheduleBuilder.cronSchedule(parse(expression))
                    .inTimeZone(TimeZone.getTimeZone(zone))
                    .withMisfireHandlingInstructionFireAndProceed())
            .build();
    // Null stands for now.
    if (trigger.getFireTimeAfter(null) == null) {
      throw badCron(expression, "its time never comes", null);
    }
    return trigger;
  }

  private static CronExpression parse(String expression) {
    try {
      return new CronExpression(expression);
    } catch (ParseException | RuntimeException fault) {
      // The parser throws all sorts of unchecked exceptions at odd lines.
      throw badCron(expression, fault.getMessage(), fault);
    }
  }

  private static IllegalArgumentException badCron(String line, String reason, Throwable cause) {
    return new IllegalArgumentException(
        "\"%s\" is not a Quartz cron line (%s); write for example \"0 0 7 * * ?\" for seven every morning."
            .formatted(line, reason),
        cause);
  }

  static Trigger once(TriggerKey key, JobKey job, Instant when) {
    return TriggerBuilder.newTrigger()
        .withIdentity(key)
        .forJob(job)
        .startAt(Date.from(when))
        .withSchedule(
            SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
        .build();
  }
}
