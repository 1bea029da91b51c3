package dev.teiten.collect;

/**
 * The result of a sampling run.
 *
 * @param samples seconds in which the sessions were read
 * @param missed seconds in which reading them failed
 * @param minutes minutes added to the archive
 */
public record SampleReport(long samples, long missed, int minutes) {}
