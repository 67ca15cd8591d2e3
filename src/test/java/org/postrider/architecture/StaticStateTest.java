package org.postrider.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StaticStateTest {

  @Test
  void whatChangesIsTold() {
    assertThat(StaticState.complaints(Changing.class))
        .hasSize(6)
        .allMatch(complaint -> complaint.contains("is static state: "))
        .anyMatch(
            complaint -> complaint.contains("$Changing.last is static state: it is not final;"))
        .anyMatch(complaint -> complaint.contains("a ConcurrentHashMap is made to change"));
  }

  @Test
  void constantsAreNotTold() {
    assertThat(StaticState.complaints(Constant.class)).isEmpty();
    assertThat(StaticState.complaints(TimeUnit.class)).isEmpty();
  }

  static final class Changing {
    static String last = "";
    static final AtomicInteger COUNT = new AtomicInteger();
    static final ArrayList<String> SEEN = new ArrayList<>();
    static final ConcurrentHashMap<String, String> CACHE = new ConcurrentHashMap<>();
    static final StringBuilder TEXT = new StringBuilder();
    static final byte[] OPEN_TO_ALL = {1};

    private Changing() {}
  }

  static final class Constant {
    static final int LIMIT = 3;
    static final Pattern WORD = Pattern.compile("\\w+");
    static final Duration WAIT = Duration.ofSeconds(1);
    static final List<String> NAMES = List.of("a");
    static final Map<String, String> BY_NAME = Map.of();
    private static final byte[] LINE_END = {13, 10};

    private Constant() {}

    static int length() {
      return LINE_END.length;
    }
  }
}
