package org.postrider.letter;

import java.time.Instant;
import org.postrider.subscriber.EmailAddress;

/**
 * For whom an edition is filled. The same addressee gives the same bytes.
 *
 * @param occasion tells letters of one edition to one reader apart; empty for essays, which go out
 *     once
 * @param date fixed when the letter is first claimed
 */
public record Addressee(long readerId, EmailAddress address, String occasion, Instant date) {}
