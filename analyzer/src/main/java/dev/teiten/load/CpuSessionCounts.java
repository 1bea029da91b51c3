package dev.teiten.load;

/**
 * Sessions on the CPU or waiting for it, counted once a second over a short stretch without gaps.
 *
 * @param second at which it begins, since the start of the week
 * @param sessions one count a second
 */
public record CpuSessionCounts(int second, double[] sessions) {}
