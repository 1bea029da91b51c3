package dev.teiten.size;

/**
 * The CPU of the busiest instance by hour of the week: the highest minute of each hour.
 *
 * @param today as measured, 0..1; {@code NaN} for an hour without data
 * @param predicted of the capacity in question under the fixes and moves assumed
 * @param limit the p99 that the capacity's smallest instance should not pass
 * @param option in words, such as {@code db.r5.8xlarge with 5 readers}
 */
public record HourlyUse(double[] today, double[] predicted, double limit, String option) {}
