/**
 * Turns a post and a template into an {@link Edition}: one letter prepared for all readers. Read
 * {@link Edition} first.
 */
package org.postrider.letter;
