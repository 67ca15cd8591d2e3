package org.postrider.post.liquid;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The inside of <code>{{ … }}</code>: a literal or variable, and filters. */
final class Expression {
  private final LiquidScope scope;

  Expression(LiquidScope scope) {
    this.scope = scope;
  }

  /** Empty when something in {@code markup} is unknown. */
  Optional<String> evaluate(String markup) {
    List<String> parts = split(markup, '|');
    Optional<String> value = term(parts.get(0).strip());
    for (String filter : parts.subList(1, parts.size())) {
      value = value.flatMap(input -> apply(filter.strip(), input));
    }
    return value;
  }

  private Optional<String> term(String term) {
    if (isLiteral(term)) {
      return Optional.of(term.substring(1, term.length() - 1));
    }
    return switch (term) {
      case "site.url" -> Optional.of(scope.host());
      case "site.baseurl" -> Optional.of(scope.base());
      default -> Optional.ofNullable(scope.variables().get(term));
    };
  }

  private Optional<String> apply(String filter, String input) {
    int colon = filter.indexOf(':');
    String name = colon < 0 ? filter : filter.substring(0, colon).strip();
    Optional<String> argument =
        colon < 0 ? Optional.of("") : term(filter.substring(colon + 1).strip());
    return switch (name) {
      case "relative_url" -> Optional.of(relative(input));
      case "absolute_url" ->
          Optional.of(isAbsolute(input) ? input : scope.host() + relative(input));
      case "append" -> argument.map(text -> input + text);
      case "prepend" -> argument.map(text -> text + input);
      case "downcase" -> Optional.of(input.toLowerCase(Locale.ROOT));
      case "upcase" -> Optional.of(input.toUpperCase(Locale.ROOT));
      case "strip" -> Optional.of(input.strip());
      case "escape", "xml_escape" -> Optional.of(escape(input));
      default -> Optional.empty();
    };
  }

  private String relative(String input) {
    if (isAbsolute(input)) {
      return input;
    }
    String path = input.startsWith("/") || input.isEmpty() ? input : "/" + input;
    return scope.base() + path;
  }

  private static boolean isAbsolute(String url) {
    return url.matches("[A-Za-z][A-Za-z0-9+.-]*:.*");
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static boolean isLiteral(String term) {
    int last = term.length() - 1;
    return last > 0
        && (term.charAt(0) == '"' || term.charAt(0) == '\'')
        && term.charAt(last) == term.charAt(0)
        && term.indexOf(term.charAt(0), 1) == last;
  }

  private static List<String> split(String markup, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    char quote = 0;
    for (int i = 0; i < markup.length(); i++) {
      char c = markup.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == separator) {
        parts.add(markup.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(markup.substring(start));
    return parts;
  }
}
