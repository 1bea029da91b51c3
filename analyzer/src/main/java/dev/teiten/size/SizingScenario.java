package dev.teiten.size;

/**
 * How what is not known for certain turns out.
 *
 * @param gain what a core's second hyperthread adds, cores
 * @param speed where in the range of a speed ratio, 0..1
 * @param spread where in the range of the imbalance between readers, 0..1
 * @param burst variance over mean of the work that arrives, 1 for arrivals at random
 * @param central whether a class of the same silicon has exactly the same speed
 */
record SizingScenario(double gain, double speed, double spread, double burst, boolean central) {}
