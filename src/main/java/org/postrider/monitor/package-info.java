/**
 * What the daemon tells of itself: health, and the mail log's one line per event. Read {@link
 * Health} first.
 */
package org.postrider.monitor;
