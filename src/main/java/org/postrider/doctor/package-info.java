/** Finds everything that can be wrong, each finding with its remedy. Read {@link Checkup} first. */
package org.postrider.doctor;
