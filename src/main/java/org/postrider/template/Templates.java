package org.postrider.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Renders templates from a folder that the user may edit; a template that the folder lacks is taken
 * from the shipped ones. A changed template is read again; a broken one is reported and its last
 * good form stays in use. Values are maps, records, lists, texts, numbers and instants; a template
 * can call no method of a value but the components of a record. Names that end in {@code .html}
 * escape what they insert; HTML that is meant as such is inserted with {@code | raw}. Safe for use
 * by several threads.
 *
 * <p>The language is Pebble's, with these differences. A template is a file that ends in html, txt,
 * subject, css, xml or json; names in {@code include} and {@code extends} begin at the folder. A
 * newline right after a tag or comment is dropped, one after an inserted value is kept. An unknown
 * name is an error. At most 4 MB are rendered, in at most a million turns of loops; {@code range}
 * gives at most 10,000 numbers. Filters of our own:
 *
 * <ul>
 *   <li>{@code instant | day(zone, language)}: {@code 5 May 2025}, {@code 2025年5月5日}; it stands in
 *       for Pebble's {@code date}, which knows the machine's zone
 *   <li>{@code value | url}: percent-encoded, for one part of a URL
 *   <li>{@code address | link}: for {@code href} and {@code src}; {@code #} in place of an address
 *       whose scheme is not http, https or mailto
 * </ul>
 */
public final class Templates {

  private final UserFolder folder;
  private final ShippedTemplates shipped = new ShippedTemplates();
  private final TemplateSet withoutFolder;

  /** The last set in which a template compiled, by its name. */
  private final Map<String, TemplateSet> compiled = new ConcurrentHashMap<>();

  /** The last set in which a template was rendered without a fault, by its name. */
  private final Map<String, TemplateSet> rendered = new ConcurrentHashMap<>();

  private final FaultBook faults = new FaultBook();

  private volatile Moment moment;

  public Templates(Path folder) {
    this.folder = new UserFolder(folder);
    this.withoutFolder = new TemplateSet(Sources.none(this.folder), shipped);
  }

  /** Whether there is a template of this name, such as {@code pages/home.html}. */
  public boolean exists(String name) {
    return current().has(name);
  }

  /**
   * Renders {@code name} with {@code values}. When it fails on these values, the last form that
   * served is used, then the shipped one; the next call begins with the newest form again.
   *
   * @throws BadTemplate when neither it nor an earlier form of it can be rendered
   */
  public String render(String name, Map<String, Object> values) {
    TemplateSet current = current();
    Fault first = null;
    for (TemplateSet set : forms(name, current)) {
      try {
        String text = set.render(name, values);
        if (set == current) {
          rendered.put(name, set);
        } else if (first != null) {
          faults.tell(current, first);
        }
        return text;
      } catch (Fault fault) {
        first = first == null ? fault : first;
      }
    }
    faults.note(current, first);
    throw new BadTemplate(first.problem());
  }

  /**
   * A hash of the source that {@code render} would use now, with all that it includes, to tell
   * whether a template changed.
   */
  public String version(String name) {
    TemplateSet current = current();
    return forms(name, current).stream()
        .filter(set -> set.check(name).isEmpty())
        .findFirst()
        .orElse(current)
        .version(name);
  }

  /**
   * Compiles every template of the folder and says what is wrong with them, and what went wrong
   * when those that still look the same were rendered; empty when all are good.
   */
  public List<TemplateProblem> problems() {
    TemplateSet current = current();
    Set<TemplateProblem> problems = new LinkedHashSet<>(current.sources().unreadable().values());
    for (String name : current.sources().names()) {
      current.check(name).ifPresent(fault -> problems.add(fault.problem()));
    }
    problems.addAll(faults.problems(current));
    List<TemplateProblem> sorted = new ArrayList<>(problems);
    sorted.sort(
        Comparator.comparing(TemplateProblem::file).thenComparingInt(TemplateProblem::line));
    return sorted;
  }

  /** The templates as the folder has them now, read again only when something there changed. */
  private TemplateSet current() {
    SortedMap<String, UserFolder.Stamp> stamps = folder.stamps();
    Moment known = moment;
    if (known != null && known.stamps().equals(stamps)) {
      return known.set();
    }
    return read(stamps);
  }

  private synchronized TemplateSet read(SortedMap<String, UserFolder.Stamp> stamps) {
    if (moment != null && moment.stamps().equals(stamps)) {
      return moment.set();
    }
    TemplateSet set = new TemplateSet(folder.read(stamps.keySet()), shipped);
    for (String name : stamps.keySet()) {
      set.check(name)
          .ifPresentOrElse(fault -> faults.tell(set, fault), () -> compiled.put(name, set));
    }
    moment = new Moment(stamps, set);
    return set;
  }

  /** In the order in which they are tried. */
  private Set<TemplateSet> forms(String name, TemplateSet current) {
    Set<TemplateSet> forms = new LinkedHashSet<>();
    forms.add(current);
    forms.add(rendered.getOrDefault(name, current));
    forms.add(compiled.getOrDefault(name, current));
    forms.add(withoutFolder);
    return forms;
  }

  /**
   * What was read when the folder looked so. The stamps are older than the texts: a change in
   * between is seen at the next look.
   */
  private record Moment(SortedMap<String, UserFolder.Stamp> stamps, TemplateSet set) {}
}
