package org.postrider.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AnnounceRuleTest {

  private static final Set<Event> FROM_FILES =
      EnumSet.of(
          Event.THERE_BEFORE,
          Event.READY,
          Event.READY_IN_FLOOD,
          Event.READY_IN_DOUBT,
          Event.READY_AS_COPY);

  @ParameterizedTest
  @CsvSource({
    "UNSEEN, THERE_BEFORE, BASELINE",
    "UNSEEN, READY, NEWS",
    "UNSEEN, READY_IN_FLOOD, HELD_IN_FLOOD",
    "UNSEEN, READY_IN_DOUBT, HELD_IN_DOUBT",
    "UNSEEN, READY_AS_COPY, HELD_AS_COPY",
    "UNSEEN, HOLD, HELD_BY_OPERATOR",
    "UNSEEN, SKIP, SKIPPED",
    "BASELINE, READY, BASELINE",
    "BASELINE, RELEASE, BASELINE",
    "BASELINE, ANNOUNCE, NEWS",
    "HELD_IN_FLOOD, READY, HELD_IN_FLOOD",
    "HELD_IN_FLOOD, RELEASE, NEWS",
    "HELD_IN_DOUBT, READY, HELD_IN_DOUBT",
    "HELD_IN_DOUBT, RELEASE, NEWS",
    "HELD_AS_COPY, READY, NEWS",
    "HELD_AS_COPY, READY_IN_FLOOD, HELD_IN_FLOOD",
    "HELD_BY_OPERATOR, READY, HELD_BY_OPERATOR",
    "HELD_BY_OPERATOR, SKIP, SKIPPED",
    "NEWS, QUEUED, ANNOUNCED",
    "NEWS, HOLD, HELD_BY_OPERATOR",
    "SKIPPED, ANNOUNCE, NEWS",
    "SKIPPED, READY, SKIPPED"
  })
  void theTableSaysSo(Standing old, Event event, Standing next) {
    assertThat(AnnounceRule.next(old, event)).isEqualTo(next);
  }

  @ParameterizedTest
  @EnumSource(Event.class)
  void nothingLeadsOutOfAnnounced(Event event) {
    assertThat(AnnounceRule.next(Standing.ANNOUNCED, event)).isEqualTo(Standing.ANNOUNCED);
  }

  @Test
  void noFileMakesNewsOfWhatWasSettledBefore() {
    for (Standing old :
        EnumSet.of(
            Standing.BASELINE,
            Standing.SKIPPED,
            Standing.HELD_IN_FLOOD,
            Standing.HELD_IN_DOUBT,
            Standing.HELD_BY_OPERATOR)) {
      for (Event event : FROM_FILES) {
        assertThat(AnnounceRule.next(old, event)).as("%s after %s", old, event).isEqualTo(old);
      }
    }
  }

  @Test
  void onlyNewsBecomesAnnounced() {
    for (Standing old : EnumSet.complementOf(EnumSet.of(Standing.NEWS, Standing.ANNOUNCED))) {
      for (Event event : Event.values()) {
        assertThat(AnnounceRule.next(old, event)).isNotEqualTo(Standing.ANNOUNCED);
      }
    }
  }
}
