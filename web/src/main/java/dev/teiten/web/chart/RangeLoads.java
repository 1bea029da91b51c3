package dev.teiten.web.chart;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.TimeRange;
import dev.teiten.rank.Contributor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The load of each query within a part of the week. */
public final class RangeLoads {

  private RangeLoads() {}

  /**
   * Mean load over the covered minutes of {@code range}, by fingerprint. A query without load by
   * minute in the range is left out.
   */
  public static Map<String, Double> of(
      ClusterLoad load, List<Contributor> contributors, TimeRange range) {
    int from = LoadChart.minute(load, range.from());
    int to = LoadChart.end(load, range, from);
    double[] total = LoadChart.total(load);
    Map<String, Double> loads = new HashMap<>();
    for (Contributor contributor : contributors) {
      double[] sum = MinuteSeries.empty(load.minutes());
      for (InstanceLoad instance : load.instances()) {
        for (String digest : contributor.sourceDigests()) {
          MinuteSeries.add(sum, instance.digests().getOrDefault(digest, new double[0]));
        }
      }
      if (MinuteSeries.isKnown(sum, from, to)) {
        loads.put(contributor.fingerprint(), MinuteSeries.mean(sum, total, from, to));
      }
    }
    return loads;
  }
}
