package org.postrider.post.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines that kramdown understands and flexmark does not: instructions are dropped. */
final class KramdownLines {
  private static final Pattern COMMENT_START = Pattern.compile("\\s*\\{::comment}\\s*");
  private static final Pattern COMMENT_END = Pattern.compile("\\s*\\{:/(?:comment)?}\\s*");
  private static final Pattern INSTRUCTION = Pattern.compile("\\s*\\{:[:/][^}]*}\\s*");
  private static final Pattern TOC = Pattern.compile("\\s*\\{:\\s*toc\\b[^}]*}\\s*");
  private static final Pattern TOC_ITEM = Pattern.compile("\\s*(?:[-*+]|\\d+\\.)\\s+\\S.*");
  private static final Pattern ATTRIBUTES = Pattern.compile("\\s*\\{:[^}]*}\\s*");

  private KramdownLines() {}

  static String adapt(String markdown) {
    if (!markdown.contains("{:") && !markdown.contains("\\\\\n")) {
      return markdown;
    }
    CodeRegions code = CodeRegions.of(markdown);
    List<String> kept = new ArrayList<>();
    boolean comment = false;
    int start = 0;
    for (String line : markdown.split("\n", -1)) {
      boolean inCode = code.contains(start);
      start += line.length() + 1;
      if (comment) {
        comment = !COMMENT_END.matcher(line).matches();
      } else if (inCode) {
        kept.add(line);
      } else if (COMMENT_START.matcher(line).matches()) {
        comment = true;
      } else if (!INSTRUCTION.matcher(line).matches()) {
        keep(line, kept);
      }
    }
    return String.join("\n", kept);
  }

  private static void keep(String line, List<String> kept) {
    String previous = kept.isEmpty() ? "" : kept.get(kept.size() - 1);
    if (TOC.matcher(line).matches()) {
      if (TOC_ITEM.matcher(previous).matches()) {
        kept.remove(kept.size() - 1);
      }
      return;
    }
    // An attribute list before a block has nothing to hang on to here.
    if (ATTRIBUTES.matcher(line).matches() && previous.isBlank()) {
      return;
    }
    // kramdown breaks the line at two backslashes, CommonMark at one.
    kept.add(line.endsWith("\\\\") ? line.substring(0, line.length() - 1) : line);
  }
}
