/**
 * Holds the program to its map: which package may use which, and which library lives where. Read
 * {@link org.postrider.architecture.PackageMap} first.
 */
package org.postrider.architecture;
