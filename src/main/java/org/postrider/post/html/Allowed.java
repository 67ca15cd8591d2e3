package org.postrider.post.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a post may contain: elements, attributes, style properties. */
final class Allowed {
  /** Gone with all that is in them. */
  static final Set<String> DROPPED =
      Set.of(
          "script",
          "style",
          "template",
          "object",
          "embed",
          "applet",
          "form",
          "button",
          "select",
          "textarea",
          "option",
          "optgroup",
          "datalist",
          "input",
          "meta",
          "link",
          "base",
          "title",
          "head",
          "svg",
          "canvas",
          "frame",
          "frameset",
          "noframes",
          "dialog",
          "param",
          "xmp",
          "plaintext",
          "noembed");

  /** Elements that stay; all others give way to what is in them. */
  private static final Set<String> ELEMENTS =
      Set.of(
          "a",
          "abbr",
          "address",
          "article",
          "aside",
          "audio",
          "b",
          "bdi",
          "bdo",
          "big",
          "blockquote",
          "br",
          "caption",
          "center",
          "cite",
          "code",
          "col",
          "colgroup",
          "data",
          "dd",
          "del",
          "details",
          "dfn",
          "div",
          "dl",
          "dt",
          "em",
          "figcaption",
          "figure",
          "footer",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hr",
          "i",
          "img",
          "ins",
          "kbd",
          "li",
          "main",
          "mark",
          "nav",
          "ol",
          "p",
          "picture",
          "pre",
          "q",
          "rp",
          "rt",
          "ruby",
          "s",
          "samp",
          "section",
          "small",
          "source",
          "span",
          "strike",
          "strong",
          "sub",
          "summary",
          "sup",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "time",
          "tr",
          "track",
          "tt",
          "u",
          "ul",
          "var",
          "video",
          "wbr",
          "math",
          "mi",
          "mn",
          "mo",
          "ms",
          "mtext",
          "mrow",
          "mfrac",
          "msqrt",
          "mroot",
          "msub",
          "msup",
          "msubsup",
          "munder",
          "mover",
          "munderover",
          "mtable",
          "mtr",
          "mtd",
          "mspace");

  private static final Set<String> ANYWHERE =
      Set.of("id", "class", "title", "lang", "dir", "style", "align");

  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("a", Set.of("href", "name", "hreflang", "rel", "type")),
          Map.entry("img", Set.of("src", "srcset", "sizes", "alt", "width", "height", "loading")),
          Map.entry(
              "video",
              Set.of("src", "poster", "controls", "width", "height", "loop", "muted", "preload")),
          Map.entry("audio", Set.of("src", "controls", "loop", "muted", "preload")),
          Map.entry("source", Set.of("src", "srcset", "sizes", "type", "media", "width", "height")),
          Map.entry("track", Set.of("src", "kind", "label", "srclang", "default")),
          Map.entry("td", Set.of("colspan", "rowspan", "headers", "valign", "width")),
          Map.entry("th", Set.of("colspan", "rowspan", "headers", "scope", "valign", "width")),
          Map.entry("col", Set.of("span", "width")),
          Map.entry("colgroup", Set.of("span", "width")),
          Map.entry("table", Set.of("border", "cellpadding", "cellspacing", "width")),
          Map.entry("ol", Set.of("start", "type", "reversed")),
          Map.entry("li", Set.of("value")),
          Map.entry("time", Set.of("datetime")),
          Map.entry("data", Set.of("value")),
          Map.entry("blockquote", Set.of("cite")),
          Map.entry("q", Set.of("cite")),
          Map.entry("del", Set.of("cite", "datetime")),
          Map.entry("ins", Set.of("cite", "datetime")),
          Map.entry("details", Set.of("open")),
          Map.entry("math", Set.of("display", "xmlns")));

  /** Properties that would move a post over its reader's other contents. */
  private static final Set<String> MOVING =
      Set.of(
          "position",
          "z-index",
          "top",
          "left",
          "right",
          "bottom",
          "inset",
          "behavior",
          "-moz-binding");

  private Allowed() {}

  static boolean isElement(String name) {
    return ELEMENTS.contains(name);
  }

  static boolean isAttribute(String element, String attribute) {
    return ANYWHERE.contains(attribute)
        || ATTRIBUTES.getOrDefault(element, Set.of()).contains(attribute);
  }

  /** The harmless declarations of a {@code style}. */
  static String style(String style) {
    List<String> kept = new ArrayList<>();
    for (String declaration : style.split(";")) {
      int colon = declaration.indexOf(':');
      String lower = declaration.toLowerCase(Locale.ROOT);
      boolean loads =
          lower.contains("url(")
              || lower.contains("expression(")
              || lower.contains("\\")
              || lower.contains("/*");
      if (colon > 0 && !loads && !MOVING.contains(lower.substring(0, colon).strip())) {
        kept.add(declaration.strip());
      }
    }
    return String.join("; ", kept);
  }
}
