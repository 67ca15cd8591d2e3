package org.postrider.config;

import java.util.Locale;
import org.postrider.config.Timing.Cron;
import org.postrider.config.Timing.Every;

/** Schedules: {@code every 5m}, or a cron line in Quartz's notation. */
final class TimingText {

  private static final String REMEDY = "write \"every 5m\" or a cron line such as \"0 0 7 * * ?\"";

  private TimingText() {}

  static Timing read(String text) throws BadValue {
    String[] words = text.strip().split("\\s+");
    if (words.length == 2 && words[0].equals("every")) {
      try {
        return new Every(DurationText.readPositive(words[1]));
      } catch (BadValue e) {
        throw new BadValue(
            "is not a schedule (what follows \"every\" " + e.reason() + ")", e.remedy());
      }
    }
    // Whoever knows cron from Unix writes five fields.
    if (words.length == 5) {
      throw new BadValue(
          "has five fields, and a cron line here begins with one more for the seconds", REMEDY);
    }
    if (words.length < 6 || words.length > 7) {
      throw new BadValue("is not a schedule", REMEDY);
    }
    CronField[] fields = CronField.values();
    for (int i = 0; i < words.length; i++) {
      if (!fields[i].accepts(words[i])) {
        throw new BadValue("is not a schedule (field " + fields[i].title() + ")", REMEDY);
      }
    }
    if (words[3].equals("?") == words[5].equals("?")) {
      throw new BadValue(
          "is not a schedule (exactly one of day of month and day of week must be \"?\")", REMEDY);
    }
    return new Cron(String.join(" ", words).toUpperCase(Locale.ROOT));
  }
}
