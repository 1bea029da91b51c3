package dev.teiten.size.price;

import java.time.LocalDate;

/**
 * The list price of one DB instance.
 *
 * @param hourlyUsd US dollars an hour, on demand
 * @param asOf the day on which the source stated it
 * @param source the organization or page that stated it
 */
public record Price(double hourlyUsd, LocalDate asOf, String source) {
  /** The month that AWS's own calculators bill: 365 days / 12. */
  public static final double HOURS_PER_MONTH = 730;

  public Price {
    if (!(hourlyUsd >= 0) || Double.isInfinite(hourlyUsd)) {
      throw new IllegalArgumentException("a price is 0 or more dollars an hour, not " + hourlyUsd);
    }
  }

  /** The part of one of the instances that this price pays for. */
  Price sharedBy(int instances) {
    return new Price(hourlyUsd / instances, asOf, source);
  }

  /** US dollars a month of 730 hours. */
  public double monthlyUsd() {
    return hourlyUsd * HOURS_PER_MONTH;
  }
}
