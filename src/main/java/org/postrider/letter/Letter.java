package org.postrider.letter;

/**
 * One letter to one reader, ready for the wire.
 *
 * @param from the envelope sender
 * @param to the envelope recipient
 * @param messageId with its angle brackets
 * @param bytes the whole message (RFC 5322), CRLF line ends, 7-bit, no line longer than 998 octets;
 *     not to be changed
 */
public record Letter(String from, String to, String messageId, byte[] bytes) {}
