/**
 * Markdown as Jekyll's authors write it becomes HTML. Read {@link
 * org.postrider.post.markdown.Markdown} first.
 */
package org.postrider.post.markdown;
