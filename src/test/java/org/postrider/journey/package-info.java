/**
 * One file per story, the whole program from outside: child processes, HTTP, files. Read {@link
 * org.postrider.journey.Home} first.
 */
package org.postrider.journey;
