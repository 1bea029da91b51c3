package dev.teiten.size.predict;

/**
 * One value for each quantity that is not known for certain.
 *
 * @param gain cores that the second hyperthread of a core adds
 * @param speed position in the range of a speed ratio, 0..1
 * @param spread position in the range of the imbalance between readers, 0..1
 * @param burst variance over mean of the work that arrives; 1 for arrivals at random
 * @param central whether a class of the same processor has exactly the same speed
 */
public record SizingScenario(
    double gain, double speed, double spread, double burst, boolean central) {}
