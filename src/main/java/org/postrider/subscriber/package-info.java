/**
 * Who gets letters, in which language and of which topics; suppressions and consent. Read {@link
 * Readers} first.
 */
package org.postrider.subscriber;
