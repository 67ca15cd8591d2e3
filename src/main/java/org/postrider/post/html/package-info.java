/**
 * HTML from anywhere becomes HTML fit for feeds and letters, or plain text. Read {@link
 * org.postrider.post.html.SafeHtml} first.
 */
package org.postrider.post.html;
