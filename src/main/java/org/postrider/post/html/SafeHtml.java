package org.postrider.post.html;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.postrider.post.source.XmlCharacters;

/**
 * Any HTML becomes a fragment for feeds and letters: absolute URLs, nothing that runs or moves, no
 * character that XML forbids, the text of {@code pre} as it was. Equal input gives equal output.
 */
public final class SafeHtml {
  private static final List<String> LAZY =
      List.of("data-src", "data-original", "data-lazy-src", "data-echo");

  private final UrlRules urls;

  private SafeHtml(URI page) {
    this.urls = new UrlRules(page);
  }

  /**
   * @param page the URL against which relative ones are resolved
   */
  public static String of(String html, URI page) {
    Document document = Jsoup.parseBodyFragment(html);
    document
        .outputSettings()
        .prettyPrint(false)
        .charset("UTF-8")
        .escapeMode(Entities.EscapeMode.xhtml)
        .syntax(Document.OutputSettings.Syntax.html);
    new SafeHtml(page).clean(document.body());
    // Numeric references have made new characters, so only the result can be scrubbed.
    return XmlCharacters.scrub(document.body().html()).strip();
  }

  private void clean(Element body) {
    for (Element element : List.copyOf(body.getAllElements())) {
      if (element != body && element.ownerDocument() != null) {
        clean(element, element.normalName());
      }
    }
    for (Node node : otherNodes(body)) {
      node.remove();
    }
    body.getAllElements().stream().filter(Autolink::isOne).forEach(Autolink::cut);
  }

  private void clean(Element element, String name) {
    switch (name) {
      case "iframe" -> replaceFrame(element);
      case "input" -> replaceCheckbox(element);
      case "noscript" -> replaceNoscript(element);
      default -> {
        if (Allowed.DROPPED.contains(name)) {
          element.remove();
        } else if (Allowed.isElement(name)) {
          cleanAttributes(element, name);
        } else {
          element.unwrap();
        }
      }
    }
  }

  private void replaceFrame(Element frame) {
    String source = frame.hasAttr("src") ? frame.attr("src") : frame.attr("data-src");
    Optional<String> target = source.isBlank() ? Optional.empty() : urls.link(source);
    if (target.isEmpty()) {
      frame.remove();
      return;
    }
    String title = frame.attr("title").isBlank() ? target.get() : frame.attr("title");
    frame.replaceWith(new Element("a").attr("href", target.get()).text(title));
  }

  // Mail programs show no form controls.
  private static void replaceCheckbox(Element input) {
    if (input.attr("type").equalsIgnoreCase("checkbox")) {
      input.replaceWith(new TextNode(input.hasAttr("checked") ? "☑" : "☐"));
    } else {
      input.remove();
    }
  }

  // Beside an image that loads lazily stands the same image again.
  private static void replaceNoscript(Element noscript) {
    Element previous = noscript.previousElementSibling();
    if (previous != null && previous.normalName().equals("img")) {
      noscript.remove();
    } else {
      noscript.unwrap();
    }
  }

  private void cleanAttributes(Element element, String name) {
    if (name.equals("img")) {
      loadAtOnce(element);
    }
    for (Attribute attribute : List.copyOf(element.attributes().asList())) {
      String key = attribute.getKey();
      String value = attribute.getValue();
      element.attributes().remove(key);
      // flexmark takes the colon of kramdown's "{:width=…}" for a part of the name.
      String plain = (key.startsWith(":") ? key.substring(1) : key).toLowerCase(Locale.ROOT);
      if (Allowed.isAttribute(name, plain)) {
        value(plain, value == null ? "" : value).ifPresent(v -> element.attr(plain, v));
      }
    }
  }

  private static void loadAtOnce(Element image) {
    for (String key : LAZY) {
      if (!image.attr(key).isBlank()) {
        image.attr("src", image.attr(key));
        break;
      }
    }
    if (!image.attr("data-srcset").isBlank()) {
      image.attr("srcset", image.attr("data-srcset"));
    }
  }

  private Optional<String> value(String attribute, String value) {
    return switch (attribute) {
      case "href", "cite" -> urls.link(value);
      case "src", "poster" -> value.isBlank() ? Optional.empty() : urls.medium(value);
      case "srcset" -> Optional.of(urls.srcset(value)).filter(set -> !set.isEmpty());
      case "style" -> Optional.of(Allowed.style(value)).filter(style -> !style.isEmpty());
      default -> Optional.of(value);
    };
  }

  private static List<Node> otherNodes(Element body) {
    List<Node> others = new ArrayList<>();
    body.traverse(
        (node, depth) -> {
          if (!(node instanceof Element) && !isText(node)) {
            others.add(node);
          }
        });
    return others;
  }

  private static boolean isText(Node node) {
    return node instanceof TextNode && !(node instanceof CDataNode);
  }
}
