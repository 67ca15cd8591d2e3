package org.postrider.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;

class HostileTextTest {

  private static final List<String> PIECES =
      List.of(
          "]]>",
          "<![CDATA[",
          "&nbsp;",
          "&#8;",
          "&amp;amp;",
          "<",
          ">",
          "\"",
          "'",
          "&",
          "\r\n",
          "\r",
          "\n\n",
          "\t\t",
          "  ",
          "\uFFFE",
          "\uFFFF",
          "\uD800",
          "\uDC00",
          "\uDBFF\u0041",
          "😀",
          "\uE000",
          "\uDB80\uDC00",
          "\u200F\u202E\u2066",
          "עברית",
          "漢字",
          "\u2028",
          "\u0085",
          "\u00A0",
          "<!--",
          "-->",
          "<?xml?>",
          "<!DOCTYPE x>",
          "İıÅ",
          "e\u0301",
          "\\");

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverAnEssayHoldsEveryFeedParsesAndSaysIt(long seed) throws Exception {
    Random random = new Random(seed);
    List<FeedEntry> entries = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      entries.add(Essays.saying(text(random), "<pre>" + text(random) + "</pre>"));
    }
    proves(entries);
  }

  static List<Long> seeds() {
    return new Random(20261123).longs(60).boxed().toList();
  }

  @Test
  void everyControlCharacterIsLeftOutAndTheRestStays() throws Exception {
    StringBuilder controls = new StringBuilder();
    for (char character = 0; character < 0x20; character++) {
      controls.append('a').append(character);
    }
    proves(List.of(Essays.saying(controls.toString(), "<pre>" + controls + "</pre>")));
    assertThat(XmlText.clean(controls.toString()))
        .isEqualTo("a".repeat(10) + "\ta\n" + "a".repeat(3) + "\n" + "a".repeat(18));
  }

  @Test
  void aLineOfAMegabyteIsNoTrouble() throws Exception {
    String line = "x😀<".repeat(1 << 18);
    proves(List.of(Essays.saying("Long", "<pre>" + line + "</pre>")));
  }

  @Test
  void preformattedTextKeepsItsWhiteSpace() throws Exception {
    String html = "<pre>  two\n\tone\n\n   \nend  </pre>";
    Document atom = parse(print(List.of(Essays.saying("Code", html))).get(1));
    String content = atom.getElementsByTagName("content").item(0).getTextContent();

    assertThat(Jsoup.parse(content).selectFirst("pre").wholeText())
        .isEqualTo("  two\n\tone\n\n   \nend  ");
  }

  private static void proves(List<FeedEntry> entries) throws Exception {
    List<FeedDocument> documents = print(entries);
    Document atom = parse(documents.get(1));
    Document rss = parse(documents.get(2));
    JsonNode json = JsonFeed.JSON.readTree(documents.get(3).bytes());
    parse(documents.get(4));
    for (int i = 0; i < entries.size(); i++) {
      String title = expected(entries.get(i).title());
      String html = expected(entries.get(i).html());
      Element entry = (Element) atom.getElementsByTagName("entry").item(i);
      Element item = (Element) rss.getElementsByTagName("item").item(i);
      JsonNode object = json.path("items").get(i);
      assertThat(text(entry, "title")).isEqualTo(title);
      assertThat(text(item, "title")).isEqualTo(title);
      assertThat(object.path("title").asString()).isEqualTo(title);
      assertThat(text(entry, "content")).isEqualTo(html);
      assertThat(text(item, "content:encoded")).isEqualTo(html);
      assertThat(object.path("content_html").asString()).isEqualTo(html);
      assertThat(term(entry)).isEqualTo(term(object));
    }
  }

  /** By another road than the program's: by regular expressions. */
  private static String expected(String text) {
    return text.replaceAll("\r\n?", "\n")
        .replaceAll(
            "[\\x{0}-\\x{8}\\x{B}\\x{C}\\x{E}-\\x{1F}\\x{D800}-\\x{DFFF}\\x{FFFE}\\x{FFFF}]", "");
  }

  private static String text(Element parent, String name) {
    return parent.getElementsByTagName(name).item(0).getTextContent();
  }

  private static String term(Element entry) {
    NodeList categories = entry.getElementsByTagName("category");
    return categories.getLength() == 0 ? "" : ((Element) categories.item(0)).getAttribute("term");
  }

  private static String term(JsonNode item) {
    return item.path("tags").path(0).asString("");
  }

  private static List<FeedDocument> print(List<FeedEntry> entries) {
    return new FeedPress().print(Essays.channel(), entries);
  }

  private static Document parse(FeedDocument document) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(document.bytes()));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(60);
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(4)) {
        case 0 -> text.append(PIECES.get(random.nextInt(PIECES.size())));
        case 1 -> text.append((char) random.nextInt(0x20));
        case 2 -> text.append((char) random.nextInt(0x10000));
        default -> text.append((char) ('a' + random.nextInt(26)));
      }
    }
    return text.toString();
  }
}
