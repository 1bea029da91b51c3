package dev.teiten.source;

/**
 * The text of a digest, literals masked.
 *
 * @param complete false where the source cut it
 */
public record DigestText(String digest, String text, boolean complete) {}
