package org.postrider.post.source;

/**
 * What was repaired or ignored at one place of a file.
 *
 * @param line from 1; 0 when it concerns the whole file
 * @param column from 1; 0 when it concerns the whole line
 */
public record Note(int line, int column, String reason, String remedy) {}
