/**
 * Lenient Liquid: whatever a post contains, no markup of it is left. Read {@link
 * org.postrider.post.liquid.Liquid} first.
 */
package org.postrider.post.liquid;
