/** The commands that a person types. Read {@link Main} first. */
package org.postrider.cli;
