package org.postrider.admin;

import org.postrider.courier.Mailbox;

/** Where letters go, as far as the operator's pages can show them. */
public sealed interface Destination {

  /** They stay here and can be read. */
  record LocalMailbox(Mailbox mailbox) implements Destination {}

  /**
   * They leave and can't be read here.
   *
   * @param name of the mail server, without secrets
   */
  record MailServer(String name) implements Destination {}
}
