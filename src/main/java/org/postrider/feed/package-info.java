/**
 * Turns posts into the bytes of RSS, Atom, JSON and OPML documents. Read {@link FeedPress} first.
 */
package org.postrider.feed;
