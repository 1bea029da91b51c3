package dev.teiten.source;

import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.Engine;
import java.time.LocalDate;

/**
 * What AWS's Price List says that one DB instance, or one capacity unit, costs on demand.
 *
 * @param instanceClass such as {@code db.r6g.large}, or {@link #CAPACITY_UNIT}
 * @param hourlyUsd US dollars an hour
 * @param publishedOn the day (UTC) on which AWS published it
 */
public record ListPrice(
    String instanceClass,
    String region,
    Engine engine,
    StorageType storage,
    double hourlyUsd,
    LocalDate publishedOn) {

  /** Stands for an Aurora capacity unit (ACU) of Serverless v2, which is no instance class. */
  public static final String CAPACITY_UNIT = "acu";

  public ListPrice {
    if (!(hourlyUsd > 0) || Double.isInfinite(hourlyUsd)) {
      throw new IllegalArgumentException("a list price is above 0, not " + hourlyUsd);
    }
  }
}
