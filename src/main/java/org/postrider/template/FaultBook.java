package org.postrider.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Faults by the template that holds them, each worth one line in the log. Thread-safe. */
final class FaultBook {

  private static final Logger LOG = LoggerFactory.getLogger(FaultBook.class);

  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  private record Entry(String version, TemplateProblem problem) {}

  void tell(TemplateSet set, Fault fault) {
    if (note(set, fault)) {
      LOG.warn("{} (its last good form, else the shipped one, stays in use)", fault.problem());
    }
  }

  /** Whether it is news: the template changed since its last fault. */
  boolean note(TemplateSet set, Fault fault) {
    Entry entry = new Entry(set.version(fault.template()), fault.problem());
    Entry earlier = entries.put(fault.template(), entry);
    return earlier == null || !earlier.version().equals(entry.version());
  }

  /** Those whose template still looks as it did. */
  List<TemplateProblem> problems(TemplateSet set) {
    List<TemplateProblem> problems = new ArrayList<>();
    entries.forEach(
        (template, entry) -> {
          if (set.version(template).equals(entry.version())) {
            problems.add(entry.problem());
          }
        });
    return problems;
  }
}
