package org.postrider.config;

import java.nio.file.Path;

/**
 * Everything the configuration file says, with defaults filled in and relative paths resolved
 * against the file's folder. Immutable. An unset text is the empty string, never null.
 *
 * @param file the file it was read from, absolute
 * @param templates the folder of templates that the user may edit
 * @param data the folder of the embedded database, keys and the local mailbox
 * @param database {@code embedded}; other engines follow
 */
public record Configuration(
    Path file,
    SiteSettings site,
    AnnounceSettings announce,
    FeedSettings feed,
    MailSettings mail,
    WebSettings web,
    AdminSettings admin,
    Path templates,
    Path data,
    String database,
    ScheduleSettings schedule,
    LogSettings log) {}
