package org.postrider.template;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.loader.Loader;
import java.io.Reader;
import java.io.StringReader;

/**
 * Gives Pebble the texts of one moment: the user's, else the shipped ones. Nothing else can be
 * reached, whatever a template includes. Names always begin at the folder of templates.
 */
final class SourceLoader implements Loader<String> {

  private final Sources sources;
  private final ShippedTemplates shipped;

  SourceLoader(Sources sources, ShippedTemplates shipped) {
    this.sources = sources;
    this.shipped = shipped;
  }

  @Override
  public Reader getReader(String name) {
    TemplateProblem unreadable = sources.unreadable().get(name);
    if (unreadable != null) {
      throw new PebbleException(null, unreadable.reason(), unreadable.line(), name);
    }
    String text =
        sources
            .text(name)
            .or(() -> shipped.text(name))
            .orElseThrow(
                () ->
                    new PebbleException(
                        null, "\"" + name + "\" is not a template of yours or a shipped one"));
    return new StringReader(Source.withoutTagLines(text));
  }

  @Override
  public void setCharset(String charset) {
    throw new UnsupportedOperationException("templates are UTF-8");
  }

  @Override
  public void setPrefix(String prefix) {
    throw new UnsupportedOperationException("templates have their full names");
  }

  @Override
  public void setSuffix(String suffix) {
    throw new UnsupportedOperationException("templates have their full names");
  }

  @Override
  public String resolveRelativePath(String name, String anchor) {
    return name;
  }

  @Override
  public String createCacheKey(String name) {
    return name;
  }

  @Override
  public boolean resourceExists(String name) {
    return sources.has(name) || shipped.text(name).isPresent();
  }
}
