package org.postrider.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AudienceTest extends ReaderTables {

  @Test
  void onlyActiveReadersWhoWantEachEssayAreChosen() {
    for (ReaderState state : ReaderState.values()) {
      add(state.word() + "@blog.example", state, Readers.Wishes.ALL);
    }
    add(
        "weekly@blog.example",
        ReaderState.ACTIVE,
        new Readers.Wishes("", List.of(), Frequency.WEEKLY));

    assertThat(wanting("en")).containsExactly("active@blog.example");
  }

  @Test
  void aWiderOrNarrowerLanguageIsWantedTooAndASiblingIsNot() {
    for (String language : List.of("", "zh", "zh-Hans", "zh_hans_cn", "zh-Hant", "zha", "en")) {
      add("r-" + language + "@blog.example", ReaderState.ACTIVE, wishes(language));
    }

    assertThat(wanting("zh-hans"))
        .containsExactly(
            "r-@blog.example",
            "r-zh-Hans@blog.example",
            "r-zh@blog.example",
            "r-zh_hans_cn@blog.example");
    assertThat(wanting("EN")).containsExactly("r-@blog.example", "r-en@blog.example");
    assertThat(wanting("zh")).hasSize(5);
    assertThat(wanting("")).hasSize(7);
  }

  @Test
  void oneCommonTopicIsEnoughWhateverItsCase() {
    add("all@blog.example", ReaderState.ACTIVE, wishes(""));
    add("istanbul@blog.example", ReaderState.ACTIVE, wishes("", "ISTANBUL", "Rust"));
    add("street@blog.example", ReaderState.ACTIVE, wishes("", "Straße"));
    add("cooking@blog.example", ReaderState.ACTIVE, wishes("", "cooking"));

    assertThat(wanting("en", "go", "istanbul"))
        .containsExactly("all@blog.example", "istanbul@blog.example");
    assertThat(wanting("en", "STRASSE")).containsExactly("all@blog.example", "street@blog.example");
    assertThat(wanting("en")).containsExactly("all@blog.example");
    assertThat(wanting("en", "x'); DROP TABLE reader; --", " "))
        .containsExactly("all@blog.example");
  }

  private List<String> wanting(String language, String... topics) {
    Audience audience = new Audience(language, List.of(topics));
    return database.read(
        handle ->
            audience
                .bind(
                    handle.createQuery(
                        "SELECT r.address FROM reader r WHERE "
                            + audience.condition()
                            + " ORDER BY r.address"))
                .mapTo(String.class)
                .list());
  }
}
