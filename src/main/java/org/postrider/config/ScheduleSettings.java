package org.postrider.config;

/**
 * The {@code schedule} section.
 *
 * @param scan when the folder is looked at even if nothing seemed to change
 */
public record ScheduleSettings(Timing scan) {}
