package org.postrider.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five different mistakes in one file are told at once. */
class BadConfigurationJourneyTest {

  private static final int BAD_CONFIGURATION = 78;

  @TempDir Path folder;

  private Home home;

  @BeforeEach
  void fiveMistakes() throws IOException {
    home = Home.in(folder, "0s");
    Files.writeString(
        home.configuration(),
        """
        site:
          folder: blog
        announce:
          setle: 2m
          at-most: many
        mail:
          from: nobody
        web:
          url: http://127.0.0.1:8080
          listen: 127.0.0.1:port
        schedule:
          scan: often
        """);
  }

  @Test
  void checkTellsAllFiveWithTheirLines() throws Exception {
    Finished check = home.type("check");

    assertThat(check.exitCode()).isEqualTo(BAD_CONFIGURATION);
    assertThat(check.output().lines().map(BadConfigurationJourneyTest::place))
        .containsExactlyInAnyOrder(
            "postrider.yaml:4",
            "postrider.yaml:5",
            "postrider.yaml:7",
            "postrider.yaml:10",
            "postrider.yaml:12");
    assertThat(check.output()).contains("settle").contains("\"often\"");
  }

  @Test
  void checkTellsThemToProgramsToo() throws Exception {
    Finished check = home.type("--json", "check");

    assertThat(check.exitCode()).isEqualTo(BAD_CONFIGURATION);
    assertThat(check.json()).hasSize(5);
    assertThat(check.json())
        .allSatisfy(
            finding -> {
              assertThat(finding.path("level").asString()).isEqualTo("error");
              assertThat(finding.path("where").asString()).contains("postrider.yaml:");
              assertThat(finding.path("remedy").asString()).isNotBlank();
            });
  }

  @Test
  void otherCommandsTellThemAndDoNothing() throws Exception {
    for (String command : List.of("run", "publish")) {
      Finished finished = home.type(command);

      assertThat(finished.exitCode()).as(command).isEqualTo(BAD_CONFIGURATION);
      assertThat(
              finished
                  .messages()
                  .lines()
                  .filter(line -> line.matches(".*postrider\\.yaml:\\d+:.*")))
          .as(command)
          .hasSize(5);
      assertThat(home.file("data")).doesNotExist();
    }
  }

  /** The file's own name and the line, of {@code FOLDER/postrider.yaml:4:3: ...}. */
  private static String place(String finding) {
    return finding.replaceAll("^\\S*(postrider\\.yaml:\\d+):.*$", "$1");
  }
}
