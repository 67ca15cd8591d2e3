/**
 * The rules of the author's site: names, dates, permalinks, labels, its configuration. Read {@link
 * org.postrider.post.site.Permalink} first.
 */
package org.postrider.post.site;
