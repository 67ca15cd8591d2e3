package org.postrider.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Text becomes YAML nodes with their places, or the mistake that it is not YAML. */
final class YamlText {

  private YamlText() {}

  /** Empty also for a text without content, which is no mistake yet. */
  static Optional<Node> parse(String text, Mistakes mistakes) {
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setAllowDuplicateKeys(true)
            .setAllowNonScalarKeys(true)
            .setUseMarks(true)
            .build();
    try {
      return new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      if (isOpenQuote(e)) {
        Place opened = e.getContextMark().map(Place::of).orElse(Place.WHOLE_FILE);
        mistakes.add(opened, "", "a quote opens here and never ends", "write the closing one");
      } else {
        Place place = e.getProblemMark().map(Place::of).orElse(Place.WHOLE_FILE);
        mistakes.add(place, "", reason(e.getProblem()), remedy(e.getProblem()));
      }
    } catch (StackOverflowError e) {
      mistakes.add(Place.WHOLE_FILE, "", "is nested too deeply", "write it as the shipped one");
    } catch (YamlEngineException e) {
      mistakes.add(Place.WHOLE_FILE, "", "is not valid YAML", "write it as the shipped one");
    }
    mistakes.throwIfAny();
    return Optional.empty();
  }

  /** YAML sees the fault only at the end of the file, far from where it was made. */
  private static boolean isOpenQuote(MarkedYamlEngineException e) {
    return e.getContext() != null
        && e.getContext().contains("quoted scalar")
        && e.getProblem().contains("end of stream");
  }

  private static String reason(String problem) {
    if (problem.contains("mapping values are not allowed")) {
      return "a colon stands inside a text without quotes";
    }
    if (problem.contains("TAB")) {
      return "a tab stands where only spaces may stand";
    }
    // The name of the alias may be a password that begins with "*".
    if (problem.contains("alias")) {
      return "a value begins with \"*\", which YAML takes for an alias";
    }
    if (problem.contains("cannot start any token")) {
      return "a value begins with a sign that YAML keeps for itself";
    }
    if (problem.contains("another document")) {
      return "a line of \"---\" begins a second document";
    }
    return "is not valid YAML (" + problem + ")";
  }

  private static String remedy(String problem) {
    if (problem.contains("mapping values are not allowed")) {
      return "put the text in quotes, such as title: \"Notes: a beginning\"";
    }
    if (problem.contains("another document")) {
      return "remove that line";
    }
    if (problem.contains("TAB")) {
      return "indent with spaces";
    }
    if (problem.contains("alias") || problem.contains("cannot start any token")) {
      return "put the value in quotes";
    }
    return "look at the indentation, quotes and brackets of this line and the one above";
  }
}
