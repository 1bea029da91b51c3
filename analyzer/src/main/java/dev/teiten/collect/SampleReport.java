package dev.teiten.collect;

/**
 * What a sampling run did.
 *
 * @param looks seconds in which the sessions were seen
 * @param missed seconds in which they should have been
 * @param minutes kept
 */
public record SampleReport(long looks, long missed, int minutes) {}
