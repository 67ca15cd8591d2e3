package org.postrider.letter;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** An essay's HTML, brought to what mail programs show. */
final class EssayHtml {

  private static final int COLUMN = 592;
  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

  private EssayHtml() {}

  /** {@code html} reduced to elements that every mail program knows; nothing in it can run. */
  static Document simplify(String html, URI url) {
    Document essay = Jsoup.parse(html, url.toString(), Parser.htmlParser());
    essay.outputSettings().prettyPrint(false).charset("UTF-8");
    Formulas.show(essay);
    replaceMedia(essay);
    replaceControls(essay);
    replaceDetails(essay);
    essay.select("script,style,link,meta,base,noscript,template,svg,canvas,map").remove();
    essay.select("form,label,fieldset").unwrap();
    essay.select("figure").tagName("div").addClass("figure");
    essay.select("figcaption").tagName("p").addClass("caption");
    essay.select("ruby rt").forEach(EssayHtml::bracket);
    essay.getAllElements().forEach(EssayHtml::cleanAttributes);
    essay.select("img").forEach(EssayHtml::cleanImage);
    essay.select("a[href]").forEach(link -> cleanLink(link, url));
    Footnotes.dropWaysBack(essay, url);
    nameAnchors(essay);
    return essay;
  }

  private static void replaceMedia(Document essay) {
    for (Element picture : essay.select("picture")) {
      Element image = picture.selectFirst("img");
      if (image == null) {
        picture.remove();
      } else {
        picture.replaceWith(image);
      }
    }
    for (Element media : essay.select("video,audio,iframe,embed,object")) {
      Element source = media.selectFirst("source[src]");
      String address = media.hasAttr("data") ? media.absUrl("data") : media.absUrl("src");
      if (address.isEmpty() && source != null) {
        address = source.absUrl("src");
      }
      if (address.isEmpty()) {
        media.remove();
        continue;
      }
      Element link = new Element("a").attr("href", address);
      if (!media.absUrl("poster").isEmpty()) {
        link.appendElement("img").attr("src", media.absUrl("poster")).attr("alt", "");
        link.appendElement("br");
      }
      String title = media.attr("title");
      link.appendText("▶ " + (title.isEmpty() ? address.replaceFirst("^https?://", "") : title));
      boolean inline = media.parent() != null && media.parent().normalName().equals("p");
      media.replaceWith(inline ? link : new Element("p").addClass("media").appendChild(link));
    }
  }

  private static void replaceControls(Document essay) {
    for (Element box : essay.select("input[type=checkbox]")) {
      Element item = box.closest("li");
      if (item != null) {
        item.addClass("task");
      }
      box.replaceWith(new TextNode(box.hasAttr("checked") ? "☑ " : "☐ "));
    }
    essay.select("input,button,select,textarea").remove();
  }

  private static void replaceDetails(Document essay) {
    for (Element summary : essay.select("summary")) {
      summary.tagName("p").html("<strong>" + summary.html() + "</strong>");
    }
    essay.select("details").tagName("div");
  }

  /** Programs that don't know ruby show the reading in brackets. */
  private static void bracket(Element reading) {
    Element before = reading.previousElementSibling();
    if (before == null || !before.normalName().equals("rp")) {
      reading.before("<rp>(</rp>").after("<rp>)</rp>");
    }
  }

  private static void cleanAttributes(Element element) {
    for (Attribute attribute : element.attributes().asList()) {
      String key = attribute.getKey().toLowerCase(Locale.ROOT);
      if (key.startsWith("on") || key.startsWith("data-") || key.equals("hidden")) {
        element.removeAttr(attribute.getKey());
      }
    }
  }

  private static void cleanImage(Element image) {
    image.attr("src", image.absUrl("src"));
    for (String attribute : List.of("srcset", "sizes", "loading", "decoding", "fetchpriority")) {
      image.removeAttr(attribute);
    }
    if (!image.hasAttr("alt")) {
      image.attr("alt", "");
    }
    String width = image.attr("width");
    if (width.matches("\\d{1,5}")) {
      int shown = Math.min(COLUMN, Integer.parseInt(width));
      image.attr("width", Integer.toString(shown));
      image.attr("style", "width:100%;max-width:" + shown + "px;" + image.attr("style"));
    } else {
      image.removeAttr("width");
    }
    image.removeAttr("height");
  }

  private static void cleanLink(Element link, URI url) {
    String href = link.attr("href").strip();
    String own = url + "#";
    if (href.startsWith(own)) {
      href = "#" + href.substring(own.length());
    }
    if (href.equals("#")) {
      link.attr("href", url.toString());
      return;
    }
    if (href.startsWith("#")) {
      boolean isHere = link.ownerDocument().getElementById(href.substring(1)) != null;
      link.attr("href", isHere ? href : url + href);
      return;
    }
    String absolute = link.absUrl("href");
    String scheme = absolute.replaceFirst(":.*", "").toLowerCase(Locale.ROOT);
    if (SCHEMES.contains(scheme)) {
      link.attr("href", absolute);
    } else {
      link.removeAttr("href");
    }
  }

  /** Some programs find an anchor by its name only, some by its id only. */
  private static void nameAnchors(Document essay) {
    for (Element link : essay.select("a[href^=#]")) {
      Element target = essay.getElementById(link.attr("href").substring(1));
      if (target == null) {
        continue;
      }
      if (target.normalName().equals("a")) {
        target.attr("name", target.id());
      } else if (target.select("> a[name]").isEmpty()) {
        target.prependElement("a").attr("name", target.id());
      }
    }
  }
}
