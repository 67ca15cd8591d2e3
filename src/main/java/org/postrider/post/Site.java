package org.postrider.post;

import java.net.URI;
import java.time.ZoneId;
import org.postrider.config.SiteSettings;

/**
 * The author's site as its own configuration and ours together describe it: what a post needs in
 * order to know its URL, dates and defaults. Immutable.
 *
 * @param style whose rules hold; never {@code AUTO}
 * @param url scheme and host (and path, without trailing slash) of the site, {@code baseurl}
 *     included; empty while nobody says what it is, and then no post is read
 * @param author empty when the site names none
 * @param permalink a template in Jekyll's notation, with the names of styles replaced by theirs
 * @param zonelessTimesInSiteZone whether "20:15:00" without a zone is read in {@code timeZone}
 *     rather than in UTC, as Jekyll reads it
 * @param future whether posts dated in the future are published at once
 * @param excerptSeparator what ends the excerpt; empty for none
 */
public record Site(
    SiteSettings.Style style,
    URI url,
    String title,
    String description,
    String language,
    String author,
    ZoneId timeZone,
    String permalink,
    boolean zonelessTimesInSiteZone,
    boolean future,
    String excerptSeparator) {}
