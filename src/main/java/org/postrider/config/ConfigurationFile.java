package org.postrider.config;

import java.nio.file.Path;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads the configuration file and reports every mistake in it at once: text becomes YAML nodes
 * ({@link YamlText}), nodes find their {@link Key}s, keys give {@link Values}, and {@link Binding}
 * makes the records.
 */
public final class ConfigurationFile {

  private ConfigurationFile() {}

  /**
   * Reads {@code file}. A mistake that leaves nothing to read further (no such file, not UTF-8, not
   * YAML) comes alone.
   *
   * @param environment what {@code ${NAME}} in a value stands for
   * @throws BadConfiguration with every mistake, when there is any
   */
  public static Configuration read(Path file, Map<String, String> environment) {
    Mistakes mistakes = new Mistakes(file.toString());
    String text = SourceText.read(file, mistakes).orElse("");
    mistakes.throwIfAny();
    KeyFinder finder = new KeyFinder(mistakes);
    Map<Key, Node> nodes =
        YamlText.parse(text, mistakes).map(finder::find).orElseGet(() -> Map.of());
    Values values = new Values(nodes, finder, new Environment(environment), mistakes);
    Configuration configuration = new Binding(file, values).bind();
    mistakes.throwIfAny();
    return configuration;
  }
}
