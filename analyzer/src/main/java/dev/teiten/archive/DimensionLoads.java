package dev.teiten.archive;

import java.time.Instant;
import java.util.Map;

/**
 * DB load of a cluster by user, client host and database, by hour; of the 25 at most that the
 * source names for a day of an instance.
 *
 * @param from the first whole hour (UTC) of the week
 * @param loads AAS summed over instances, one value an hour from {@code from}, 0 where an hour does
 *     not name a key; a dimension that was not collected is missing
 */
public record DimensionLoads(Instant from, Map<Dimension, Map<String, double[]>> loads) {

  public DimensionLoads {
    loads = Map.copyOf(loads);
  }

  /** Nothing was collected. */
  public static DimensionLoads none(Instant from) {
    return new DimensionLoads(from, Map.of());
  }

  public boolean has(Dimension dimension) {
    return loads.containsKey(dimension);
  }
}
