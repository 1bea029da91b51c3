package dev.teiten.source;

import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.DeploymentKind;
import dev.teiten.load.Engine;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The on-demand price of a DB instance or one capacity unit in AWS's Price List.
 *
 * @param instanceClass for example {@code db.r6g.large}, or {@link #CAPACITY_UNIT}
 * @param deployment null for Aurora
 * @param hourlyUsd US dollars an hour, of all instances of the deployment
 * @param publishedOn the day (UTC) on which AWS published it
 */
public record ListPrice(
    String instanceClass,
    String region,
    Engine engine,
    @Nullable DeploymentKind deployment,
    StorageType storage,
    double hourlyUsd,
    LocalDate publishedOn) {

  /** Stands for an Aurora capacity unit (ACU) of Serverless v2, which is not an instance class. */
  public static final String CAPACITY_UNIT = "acu";

  public ListPrice {
    if (!(hourlyUsd > 0) || Double.isInfinite(hourlyUsd)) {
      throw new IllegalArgumentException("a list price is above 0, not " + hourlyUsd);
    }
  }
}
