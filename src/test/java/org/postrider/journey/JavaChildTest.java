package org.postrider.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JavaChildTest {

  @Test
  void aChildRunsTheProgramWithoutTheTestsOwnFolder() {
    assertThat(JavaChild.of(Path.of("blog.yaml"), "posts", "list").command())
        .endsWith("org.postrider.cli.Main", "--config", "blog.yaml", "posts", "list")
        .anyMatch(word -> word.contains("/target/classes"))
        .noneMatch(word -> word.contains("test-classes"));
  }
}
