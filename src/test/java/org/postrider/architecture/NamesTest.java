package org.postrider.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CourierImpl",
        "PostManager",
        "TextUtil",
        "TextUtils",
        "FeedHelper",
        "MailService",
        "AbstractCourier",
        "BaseCourier",
        "CourierBase",
        "PostData",
        "Outbox$RowInfo"
      })
  void emptyWordsAreTold(String name) {
    assertThat(Names.complaintsAboutClasses(List.of("org.postrider.post." + name)))
        .singleElement()
        .asString()
        .contains("says nothing");
  }

  @Test
  void wordsOfTheTradeAreNotTold() {
    assertThat(
            Names.complaintsAboutClasses(
                List.of("org.postrider.post.Post", "org.postrider.store.Database", "a.Baseline")))
        .isEmpty();
  }

  @Test
  void drawersForAnythingAreTold() {
    assertThat(Names.complaintsAboutPackages(List.of("post", "post.util", "common", "model")))
        .hasSize(3);
  }
}
