/**
 * Hands one letter to a mail server, or to a folder, and says what happened. Read {@link Courier}
 * first.
 */
package org.postrider.courier;
