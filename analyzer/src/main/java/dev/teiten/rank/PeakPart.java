package dev.teiten.rank;

/**
 * The part of one query in the peak.
 *
 * @param share of the CPU work in the peak minutes, 0..1
 * @param removableCores fall of the 99th percentile of the cluster's CPU work without the query
 * @param without the highest minutes of each day without the query
 */
record PeakPart(double share, double removableCores, DayTails without) {}
