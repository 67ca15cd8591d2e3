package org.postrider.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The templates inside the program. Safe for use by several threads. */
final class ShippedTemplates {

  private static final String ROOT = "/org/postrider/shipped/templates/";

  private final Map<String, String> texts = new ConcurrentHashMap<>();

  Optional<String> text(String name) {
    return Optional.ofNullable(texts.computeIfAbsent(name, n -> read(n).orElse(null)));
  }

  private static Optional<String> read(String name) {
    if (!Source.isName(name)) {
      return Optional.empty();
    }
    try (InputStream in = ShippedTemplates.class.getResourceAsStream(ROOT + name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the shipped template " + name + " can't be read", e);
    }
  }
}
