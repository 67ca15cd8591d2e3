package org.postrider.post.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PostDateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          2023-05-05                            | 2023-05-04T16:00:00Z | 2023-05-05T04:00:00Z
          2023-5-5                              | 2023-05-04T16:00:00Z | 2023-05-05T04:00:00Z
          20230505                              | 2023-05-04T16:00:00Z | 2023-05-05T04:00:00Z
          5 May 2023                            | 2023-05-04T16:00:00Z | 2023-05-05T04:00:00Z
          May 5, 2023                           | 2023-05-04T16:00:00Z | 2023-05-05T04:00:00Z
          2023-05-05 20:15                      | 2023-05-05T12:15:00Z | 2023-05-06T00:15:00Z
          2023-05-05T20:15                      | 2023-05-05T12:15:00Z | 2023-05-06T00:15:00Z
          2023/05/05 20:15                      | 2023-05-05T12:15:00Z | 2023-05-06T00:15:00Z
          2023-05-05 8:15 PM                    | 2023-05-05T12:15:00Z | 2023-05-06T00:15:00Z
          2023-05-05 9:15                       | 2023-05-05T01:15:00Z | 2023-05-05T13:15:00Z
          2023-05-05 12:15 AM                   | 2023-05-04T16:15:00Z | 2023-05-05T04:15:00Z
          2023-05-05 20:15:00                   | 2023-05-05T20:15:00Z | 2023-05-05T20:15:00Z
          2023-05-05  20:15:00                  | 2023-05-05T20:15:00Z | 2023-05-05T20:15:00Z
          2023-05-05T20:15:00                   | 2023-05-05T20:15:00Z | 2023-05-05T20:15:00Z
          2023-05-05 9:15:00                    | 2023-05-05T09:15:00Z | 2023-05-05T09:15:00Z
          2023-05-05 20:15:00 +0800             | 2023-05-05T12:15:00Z | 2023-05-05T12:15:00Z
          2023-05-05 20:15:00 +08:00            | 2023-05-05T12:15:00Z | 2023-05-05T12:15:00Z
          2023-05-05 20:15:00 +8                | 2023-05-05T12:15:00Z | 2023-05-05T12:15:00Z
          2023-05-05 20:15:00-0500              | 2023-05-06T01:15:00Z | 2023-05-06T01:15:00Z
          2023-05-05T20:15:00Z                  | 2023-05-05T20:15:00Z | 2023-05-05T20:15:00Z
          2023-05-05T20:15:00.123Z              | 2023-05-05T20:15:00.123Z | 2023-05-05T20:15:00.123Z
          2023-05-05T20:15:00.123456Z           | 2023-05-05T20:15:00.123Z | 2023-05-05T20:15:00.123Z
          2023-05-05 20:15:00 UTC               | 2023-05-05T20:15:00Z | 2023-05-05T20:15:00Z
          2023-05-05 20:15 +0800                | 2023-05-05T12:15:00Z | 2023-05-05T12:15:00Z
          2023-05-05 20:15 EST                  | 2023-05-06T01:15:00Z | 2023-05-06T01:15:00Z
          2023-05-05 20:15 JST                  | 2023-05-05T12:15:00Z | 2023-05-06T00:15:00Z
          2023-05-05 20:15 Asia/Tokyo           | 2023-05-05T12:15:00Z | 2023-05-06T00:15:00Z
          2023-05-05 20:15.000000000 +08:00     | 2023-05-05T12:15:00Z | 2023-05-06T00:15:00Z
          2023-05-05 00:20::00 -03:00           | 2023-05-04T16:20:00Z | 2023-05-05T04:20:00Z
          Fri May  5 09:41:07 CEST 2023         | 2023-05-05T01:41:07Z | 2023-05-05T13:41:07Z
          Fri May 5 17:45:10 2023 -0800         | 2023-05-05T09:45:10Z | 2023-05-05T21:45:10Z
          2023-05-05 24:00:00                   | 2023-05-06T00:00:00Z | 2023-05-06T00:00:00Z
          2023-02-30                            | 2023-03-01T16:00:00Z | 2023-03-02T05:00:00Z
          """)
  void everyShapeIsReadAsJekyllReadsIt(String text, Instant shanghai, Instant newYork) {
    assertThat(at("Asia/Shanghai").parse(text, true)).contains(shanghai);
    assertThat(at("America/New_York").parse(text, true)).contains(newYork);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2023-05-05 20:15:00       | 2023-05-05T12:15:00Z
          2023-05-05 20:15:00 +0300 | 2023-05-05T17:15:00Z
          """)
  void aQuotedTimeIsATextAndInTheZoneOfTheSite(String text, Instant shanghai) {
    assertThat(at("Asia/Shanghai").parse(text, false)).contains(shanghai);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2023-05-05 20:15:00       | 2023-05-05T12:15:00Z
          2023-05-05 20:15:00 +0300 | 2023-05-05T17:15:00Z
          2023-05-05 20:15:00Z      | 2023-05-05T20:15:00Z
          """)
  void theSwitchReadsZonelessTimesInTheZoneOfTheSite(String text, Instant shanghai) {
    PostDate dates = new PostDate(ZoneId.of("Asia/Shanghai"), true);

    assertThat(dates.parse(text, true)).contains(shanghai);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "someday",
        "2023-13-45",
        "2023-05-05 25:00",
        "2023-05-05 13:00 PM",
        "20:15",
        "2023-05-05 20:15:00 +99:99",
        "99999999"
      })
  void nonsenseIsNoDate(String text) {
    assertThat(at("UTC").parse(text, true)).isEmpty();
  }

  private static PostDate at(String zone) {
    return new PostDate(ZoneId.of(zone), false);
  }
}
