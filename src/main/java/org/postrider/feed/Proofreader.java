package org.postrider.feed;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads again what is about to be published, as a stranger would. */
final class Proofreader {

  private Proofreader() {}

  /**
   * Checks that {@code bytes} are well-formed XML with {@code expected} elements of this name.
   *
   * @throws XMLStreamException when they are not well-formed
   * @throws IllegalStateException when the number is another
   */
  static void readXml(byte[] bytes, String element, int expected) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
    int found = 0;
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT
          && reader.getLocalName().equals(element)) {
        found++;
      }
    }
    compare(found, expected);
  }

  /**
   * Checks that {@code bytes} are JSON with {@code expected} items.
   *
   * @throws tools.jackson.core.JacksonException when they are not JSON
   * @throws IllegalStateException when the number is another
   */
  static void readJson(byte[] bytes, int expected) {
    compare(JsonFeed.JSON.readTree(bytes).path("items").size(), expected);
  }

  private static void compare(int found, int expected) {
    if (found != expected) {
      throw new IllegalStateException(
          "it holds %d entries where %d were put in".formatted(found, expected));
    }
  }
}
