/** Texts become valid URLs. */
package org.postrider.post.url;
