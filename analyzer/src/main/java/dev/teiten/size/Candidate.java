package dev.teiten.size;

import org.jspecify.annotations.Nullable;

/**
 * A capacity and what it takes.
 *
 * @param cost what candidates are compared by: US dollars a month, or vCPUs where today's capacity
 *     has no price
 * @param monthlyUsd null without a price
 */
record Candidate(Shape shape, double cost, @Nullable Double monthlyUsd) {}
