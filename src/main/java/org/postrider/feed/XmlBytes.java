package org.postrider.feed;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jdom2.Document;
import org.jdom2.Text;
import org.jdom2.output.Format;
import org.jdom2.output.LineSeparator;
import org.jdom2.output.XMLOutputter;
import org.jdom2.output.support.AbstractXMLOutputProcessor;
import org.jdom2.output.support.FormatStack;
import org.jdom2.output.support.XMLOutputProcessor;

/** An XML tree becomes UTF-8 bytes, white space untouched. */
final class XmlBytes {

  private XmlBytes() {}

  static byte[] of(Document document) {
    return print(document, new Plain());
  }

  /** As {@link #of}, with plain text in the form that RSS readers understand best. */
  static byte[] ofRss(Document document) {
    return print(document, new RssText());
  }

  private static byte[] print(Document document, XMLOutputProcessor processor) {
    // The raw format only: every other one trims or collapses white space, and so destroys what
    // stands in <pre>. UTF-8 can say every character, so none needs a numeric reference.
    Format format =
        Format.getRawFormat()
            .setEncoding("UTF-8")
            .setLineSeparator(LineSeparator.UNIX)
            .setEscapeStrategy(character -> false);
    return new XMLOutputter(format, processor)
        .outputString(document)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static final class Plain extends AbstractXMLOutputProcessor {}

  private static final class RssText extends AbstractXMLOutputProcessor {

    @Override
    protected void printText(Writer out, FormatStack format, Text text) throws IOException {
      if (isHtml(text)) {
        super.printText(out, format, text);
      } else {
        // RSS Best Practices Profile: in character data & and < are best written as hexadecimal
        // references, because readers differ in what they make of the named ones.
        write(
            out,
            text.getText().replace("&", "&#x26;").replace("<", "&#x3C;").replace(">", "&#x3E;"));
      }
    }

    private static boolean isHtml(Text text) {
      return text.getParent().getName().equals("encoded");
    }
  }
}
