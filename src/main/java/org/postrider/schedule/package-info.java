/** When things happen, never what. Read {@link Schedule} first. */
package org.postrider.schedule;
