package org.postrider.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Holds the shipped file against the keys and defaults in the code. */
class ShippedConfigurationTest {

  private static final Path SHIPPED = Path.of("config/postrider.yaml");

  @Test
  void theShippedFileIsAValidConfiguration() {
    Configuration shipped = ConfigurationFile.read(SHIPPED, Map.of());
    assertThat(shipped.mail().relay().isConfigured()).isFalse();
    assertThat(shipped.web().url()).hasToString("https://letters.blog.example");
  }

  @Test
  void itShowsEveryKeyWithItsDefaultAndNoOther() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    for (Key key : Key.values()) {
      expected.put(key.path(), key.standard());
    }
    assertThat(flat("", load(withEveryKey()))).isEqualTo(expected);
  }

  @Test
  void everyKeyButTheRequiredOnesIsCommentedOut() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    for (Key key : Key.values()) {
      if (key.isRequired()) {
        expected.put(key.path(), key.standard());
      }
    }
    assertThat(flat("", load(Files.readString(SHIPPED)))).isEqualTo(expected);
  }

  @Test
  void removingEveryCommentSignChangesNothing(@TempDir Path folder) throws IOException {
    Path bare = Files.writeString(folder.resolve("postrider.yaml"), Files.readString(SHIPPED));
    Configuration expected = ConfigurationFile.read(bare, Map.of());
    Files.writeString(bare, withEveryKey());
    assertThat(ConfigurationFile.read(bare, Map.of())).isEqualTo(expected);
  }

  /** A key that is commented out has no space after its sign; prose has one. */
  private static String withEveryKey() throws IOException {
    return Files.readString(SHIPPED).replaceAll("(?m)^( *)#([a-z])", "$1$2");
  }

  private static Map<?, ?> load(String yaml) {
    LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
    return (Map<?, ?>) new Load(settings).loadFromString(yaml);
  }

  private static Map<String, String> flat(String path, Map<?, ?> section) {
    Map<String, String> flat = new TreeMap<>();
    section.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> inner) {
            flat.putAll(flat(path + name + ".", inner));
          } else if (value != null) {
            flat.put(path + name, value.toString());
          }
        });
    return flat;
  }
}
