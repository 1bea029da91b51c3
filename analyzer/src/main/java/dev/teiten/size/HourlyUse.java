package dev.teiten.size;

/**
 * The CPU of the busiest instance in the highest minute of each hour of the week.
 *
 * @param today as measured, 0..1; {@code NaN} for an hour without data
 * @param predicted for the capacity in question under the fixes and moves assumed, 0..1
 * @param limit the p99 that the capacity's smallest instance should not pass
 * @param option the capacity in words, for example {@code db.r5.8xlarge with 5 readers}
 */
public record HourlyUse(double[] today, double[] predicted, double limit, String option) {}
