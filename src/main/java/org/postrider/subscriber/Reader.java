package org.postrider.subscriber;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One reader as stored.
 *
 * @param id random and positive, never given twice
 * @param language a BCP 47 tag; empty: every language
 * @param topics categories or tags; empty: all
 * @param joined when he first asked
 * @param confirmed when he confirmed, if he did
 */
public record Reader(
    long id,
    EmailAddress address,
    ReaderState state,
    String language,
    List<String> topics,
    Frequency frequency,
    Instant joined,
    Optional<Instant> confirmed) {}
