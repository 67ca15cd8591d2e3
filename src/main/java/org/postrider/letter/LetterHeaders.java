package org.postrider.letter;

import java.net.URI;
import java.util.Locale;
import org.postrider.config.MailSettings;

/** The headers that are the same for all readers of an edition, without those of its MIME form. */
final class LetterHeaders {

  private final MailSettings mail;
  private final EditionPress.Blog blog;
  private final String language;

  LetterHeaders(MailSettings mail, EditionPress.Blog blog, String language) {
    this.mail = mail;
    this.blog = blog;
    this.language = language;
  }

  /** Of an essay whose own page is at {@code url}. */
  Headers essay(URI url) {
    return common()
        // RFC 5064.
        .addUri("Archived-At", url.toASCIIString())
        // Old responders know no other sign that nobody waits for their answer.
        .add("Precedence", "bulk");
  }

  /** Of a letter about the subscription. */
  Headers service() {
    return common();
  }

  private Headers common() {
    Headers headers = new Headers();
    String from = Headers.withAsciiDomain(mail.from().address());
    String name = mail.from().name().isEmpty() ? blog.title() : mail.from().name();
    headers.addNamed("From", name, from);
    if (!mail.replyTo().address().isEmpty()) {
      String replyTo = Headers.withAsciiDomain(mail.replyTo().address());
      headers.addNamed("Reply-To", mail.replyTo().name(), replyTo);
    }
    if (!language.isEmpty()) {
      headers.add("Content-Language", language.replaceAll("[^A-Za-z0-9-]", ""));
    }
    return headers
        .addNamed("List-Id", blog.title(), listId(from))
        // RFC 8058 section 3.1: this header and an https link make unsubscribing one click.
        .add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
        .addUri("List-Archive", blog.home().toASCIIString())
        // RFC 3834 section 5: no machine shall answer.
        .add("Auto-Submitted", "auto-generated")
        .add("X-Auto-Response-Suppress", "OOF, AutoReply");
  }

  /** RFC 2919 section 2: a label, a dot and a domain of the list's owner. */
  private static String listId(String from) {
    int at = from.lastIndexOf('@');
    String label = from.substring(0, Math.max(0, at)).toLowerCase(Locale.ROOT);
    label = label.replaceAll("[^a-z0-9.-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
    return (label.isEmpty() ? "letters" : label) + "." + from.substring(at + 1);
  }
}
