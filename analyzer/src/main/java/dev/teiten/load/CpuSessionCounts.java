package dev.teiten.load;

/**
 * Sessions on the CPU or waiting for it, counted once a second over a short stretch without gaps.
 *
 * @param second the first second, counted from the start of the week
 * @param sessions a count for each second
 */
public record CpuSessionCounts(int second, double[] sessions) {}
