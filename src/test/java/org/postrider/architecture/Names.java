package org.postrider.architecture;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for names that say nothing: a class is named after the thing or the act that it is. */
public final class Names {

  private static final Pattern EMPTY_WORD =
      Pattern.compile(
          "(?:^|[.$])(?:Abstract|Base)(?=\\p{Lu})|(Impl|Manager|Utils?|Helper|Service|Base|Data|Info)$");

  private static final Pattern EMPTY_PACKAGE =
      Pattern.compile("(?:^|\\.)(util|utils|common|model)(?:\\.|$)");

  private Names() {}

  /** One sentence for each class, by binary name, whose own name says nothing. */
  public static List<String> complaintsAboutClasses(Collection<String> names) {
    return names.stream().flatMap(Names::aboutClass).sorted().toList();
  }

  private static Stream<String> aboutClass(String name) {
    Matcher word = EMPTY_WORD.matcher(name);
    return word.find()
        ? Stream.of(
            "%s: \"%s\" says nothing; name the thing or the act."
                .formatted(name, word.group().replaceAll("[.$]", "")))
        : Stream.empty();
  }

  /** One sentence for each package whose name says nothing. */
  public static List<String> complaintsAboutPackages(Collection<String> names) {
    return names.stream()
        .filter(name -> EMPTY_PACKAGE.matcher(name).find())
        .map(name -> "the package " + name + " is a drawer for anything; name its one job.")
        .toList();
  }
}
