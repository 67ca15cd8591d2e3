package org.postrider.template;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.AttributeNotFoundException;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.error.RootAttributeNotFoundException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All templates as they were at one moment, compiled when first needed. It never reads the user's
 * folder again, so it stays usable as the last good form. Safe for use by several threads.
 */
final class TemplateSet {

  private static final String REMEDY = "correct it";

  private final Sources sources;
  private final ShippedTemplates shipped;
  private final Parts parts;
  private final Budget budget = new Budget();
  private final PebbleEngine engine;
  private final Map<String, Optional<Fault>> checked = new ConcurrentHashMap<>();

  TemplateSet(Sources sources, ShippedTemplates shipped) {
    this.sources = sources;
    this.shipped = shipped;
    this.parts = new Parts(sources, shipped);
    this.engine = SafePebble.over(new SourceLoader(sources, shipped), budget);
  }

  Sources sources() {
    return sources;
  }

  boolean has(String name) {
    return sources.has(name) || shipped.text(name).isPresent();
  }

  /** Why {@code name}, or what it is built of, can't be compiled; empty when it can. */
  Optional<Fault> check(String name) {
    Optional<Fault> known = checked.get(name);
    if (known == null) {
      known = compile(name);
      if (has(name)) {
        checked.put(name, known);
      }
    }
    return known;
  }

  String render(String name, Map<String, Object> values) throws Fault {
    Optional<Fault> broken = check(name);
    if (broken.isPresent()) {
      throw broken.get();
    }
    StringWriter text = new StringWriter();
    budget.begin();
    try {
      engine.getTemplate(name).evaluate(text, values, Locale.ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can't be written", e);
    } catch (StackOverflowError e) {
      throw fault(name, 0, "includes or calls itself without end", REMEDY);
    } catch (RootAttributeNotFoundException e) {
      String known = String.join(", ", new TreeSet<>(values.keySet()));
      throw fault(name, e, unknown(e), "known here are " + known);
    } catch (AttributeNotFoundException e) {
      throw fault(name, e, unknown(e), REMEDY);
    } catch (PebbleException e) {
      throw fault(name, e, reason(e), REMEDY);
    } catch (RuntimeException e) {
      // Pebble leaves casts, arithmetic and the like unchecked; to the user they are faults of the
      // template as well.
      throw fault(name, 0, "fails (" + e + ")", REMEDY);
    } finally {
      budget.end();
    }
    return text.toString();
  }

  /** A hash of {@code name}'s text and of the texts that it is built of. */
  String version(String name) {
    return parts.version(name);
  }

  private Optional<Fault> compile(String name) {
    for (String part : parts.of(name)) {
      Optional<Parts.Use> dangling =
          parts.uses(part).stream()
              .filter(use -> !use.isComputed() && !has(use.name()))
              .findFirst();
      if (dangling.isPresent()) {
        String reason =
            "\"" + dangling.get().name() + "\" is not a template of yours or a shipped one";
        return Optional.of(fault(part, dangling.get().line(), reason, "correct the name"));
      }
      try {
        engine.getTemplate(part);
      } catch (PebbleException e) {
        return Optional.of(fault(part, e, reason(e), REMEDY));
      } catch (StackOverflowError e) {
        return Optional.of(fault(part, 0, "is nested too deeply", REMEDY));
      } catch (RuntimeException e) {
        return Optional.of(fault(part, 0, "can't be understood (" + e + ")", REMEDY));
      }
    }
    return Optional.empty();
  }

  private static String unknown(AttributeNotFoundException e) {
    return "\"" + e.getAttributeName() + "\" is not known here";
  }

  private static String reason(PebbleException e) {
    return e.getPebbleMessage().contains("type EOF")
        ? "a tag or \"{{\" is opened and never closed"
        : e.getPebbleMessage();
  }

  private Fault fault(String name, PebbleException e, String reason, String remedy) {
    String template = e.getFileName() == null ? name : e.getFileName();
    return fault(template, e.getLineNumber() == null ? 0 : e.getLineNumber(), reason, remedy);
  }

  private Fault fault(String template, int line, String reason, String remedy) {
    TemplateProblem unreadable = sources.unreadable().get(template);
    if (unreadable != null) {
      return new Fault(template, unreadable);
    }
    boolean replaces = sources.has(template) && shipped.text(template).isPresent();
    String whole = remedy + (replaces ? ", or remove the file to use the shipped one" : "");
    return new Fault(template, new TemplateProblem(sources.file(template), line, reason, whole));
  }
}
