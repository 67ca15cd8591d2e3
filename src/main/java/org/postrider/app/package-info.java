/**
 * The composition root: every {@code new}, in order; start, drain and stop. Read {@link Postrider}
 * first.
 */
package org.postrider.app;
