package dev.teiten.load;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * DB load of a cluster by user, client host, database and application, by hour. The source names at
 * most 25 keys for a day of an instance. A dimension that was not collected is missing.
 *
 * @param from the first whole hour (UTC) of the week
 * @param loads AAS summed over instances, by key, with a value for each hour from {@code from}; 0
 *     where an hour does not name the key
 * @param callers AAS by digest and caller (user or client host), over the UTC days that start in
 *     the week
 */
public record DimensionLoads(
    Instant from,
    Map<Dimension, Map<String, double[]>> loads,
    Map<Dimension, Map<String, Map<String, Double>>> callers) {

  public DimensionLoads {
    loads = Map.copyOf(loads);
    callers = Map.copyOf(callers);
  }

  /** Without any dimension. */
  public static DimensionLoads none(Instant from) {
    return new DimensionLoads(from, Map.of(), Map.of());
  }

  /** Whether the dimension was collected. */
  public boolean has(Dimension dimension) {
    return loads.containsKey(dimension);
  }

  /**
   * The callers of a query: AAS by user or client host; empty if they were not collected.
   *
   * @param digests the source's ids of the query
   */
  public Map<String, Double> callers(Dimension dimension, Collection<String> digests) {
    Map<String, Double> sums = new TreeMap<>();
    Map<String, Map<String, Double>> byDigest = callers.getOrDefault(dimension, Map.of());
    for (String digest : digests) {
      byDigest
          .getOrDefault(digest, Map.of())
          .forEach((name, aas) -> sums.merge(name, aas, Double::sum));
    }
    return sums;
  }
}
