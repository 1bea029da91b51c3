package dev.teiten.normalize.scan;

/**
 * A text without its plain literals and comments, as 128 bits over the bytes between them. Two
 * texts of one outline have the same tokens, so that the rules need to be asked once for all of
 * them. It is finer than a fingerprint: whitespace and case count.
 */
public record OutlineHash(long first, long second) {}
