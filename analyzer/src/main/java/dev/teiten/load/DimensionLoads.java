package dev.teiten.load;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * DB load of a cluster by user, client host and database, by hour; of the 25 at most that the
 * source names for a day of an instance.
 *
 * @param from the first whole hour (UTC) of the week
 * @param loads AAS summed over instances, one value an hour from {@code from}, 0 where an hour does
 *     not name a key; a dimension that was not collected is missing
 * @param callers AAS of a digest by user and by client host, by digest, over the UTC days that
 *     start in the week; a dimension that was not collected is missing
 */
public record DimensionLoads(
    Instant from,
    Map<Dimension, Map<String, double[]>> loads,
    Map<Dimension, Map<String, Map<String, Double>>> callers) {

  public DimensionLoads {
    loads = Map.copyOf(loads);
    callers = Map.copyOf(callers);
  }

  /** Nothing was collected. */
  public static DimensionLoads none(Instant from) {
    return new DimensionLoads(from, Map.of(), Map.of());
  }

  public boolean has(Dimension dimension) {
    return loads.containsKey(dimension);
  }

  /**
   * Who called a query: AAS by user or client host, empty where that was not collected.
   *
   * @param digests the source's ids of the query
   */
  public Map<String, Double> callers(Dimension dimension, Collection<String> digests) {
    Map<String, Double> sums = new TreeMap<>();
    Map<String, Map<String, Double>> known = callers.getOrDefault(dimension, Map.of());
    for (String digest : digests) {
      known
          .getOrDefault(digest, Map.of())
          .forEach((name, aas) -> sums.merge(name, aas, Double::sum));
    }
    return sums;
  }
}
