package org.postrider.template;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.AbstractNodeVisitor;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.NodeVisitor;
import io.pebbletemplates.pebble.extension.NodeVisitorFactory;
import io.pebbletemplates.pebble.extension.core.DisallowExtensionCustomizerBuilder;
import io.pebbletemplates.pebble.extension.escaper.EscaperNodeVisitor;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Pebble for templates that a user writes: escaping by name, no undefined variables, limits, our
 * filters, and nothing that depends on the machine's zone or locale.
 */
final class SafePebble extends AbstractExtension {

  private static final int LARGEST = 4 << 20;

  private final Budget budget;

  private SafePebble(Budget budget) {
    this.budget = budget;
  }

  static PebbleEngine over(SourceLoader loader, Budget budget) {
    return new PebbleEngine.Builder()
        .loader(loader)
        .strictVariables(true)
        .autoEscaping(false)
        .newLineTrimming(false)
        .defaultLocale(Locale.ROOT)
        .maxRenderedSize(LARGEST)
        .methodAccessValidator(new PlainValues())
        .registerExtensionCustomizer(
            new DisallowExtensionCustomizerBuilder()
                // They use the machine's zone and locale; "day" stands in for "date".
                .disallowedFilterKeys(List.of("date", "format"))
                .disallowedFunctionKeys(List.of("i18n"))
                .disallowedTokenParserTags(List.of("cache", "parallel", "flush"))
                .build())
        .extension(new SafePebble(budget))
        .build();
  }

  @Override
  public Map<String, Filter> getFilters() {
    return Map.of(
        "day", new DayFilter(),
        "url", new TextFilter(TextFilter::encode),
        "link", new TextFilter(TextFilter::link));
  }

  @Override
  public Map<String, Function> getFunctions() {
    return Map.of("range", new ShortRange());
  }

  @Override
  public List<TokenParser> getTokenParsers() {
    return new CountedTags(budget).parsers();
  }

  @Override
  public List<NodeVisitorFactory> getNodeVisitors() {
    return List.of(SafePebble::escaper);
  }

  private static NodeVisitor escaper(PebbleTemplate template) {
    PebbleTemplateImpl parsed = (PebbleTemplateImpl) template;
    return parsed.getName().endsWith(".html")
        ? new EscaperNodeVisitor(parsed, true)
        : new AbstractNodeVisitor(parsed) {};
  }
}
