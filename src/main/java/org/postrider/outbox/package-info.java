/** The ledger of editions and readers, and sending each letter once. Read {@link Outbox} first. */
package org.postrider.outbox;
