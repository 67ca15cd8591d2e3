/**
 * Turns a posts folder into {@link Post} values, or into problem reports. Read {@link PostsFolder}
 * first.
 */
package org.postrider.post;
