/**
 * The bytes of a file become text, front matter with places, and a body. Read {@link
 * org.postrider.post.source.FrontMatter} first.
 */
package org.postrider.post.source;
