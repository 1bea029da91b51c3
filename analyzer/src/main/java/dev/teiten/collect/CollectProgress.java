package dev.teiten.collect;

/**
 * The progress of a collect.
 *
 * @param done days of instances that are in the archive or have failed
 * @param total days of instances to collect
 * @param current the day being collected, such as {@code main-1 2026-11-09}
 */
public record CollectProgress(int done, int total, String current) {}
