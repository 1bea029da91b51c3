package dev.teiten.rank;

import dev.teiten.change.QueryChange;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query before it has its rank.
 *
 * @param peak null where CPU work is unknown
 */
record RankCandidate(
    QueryLoad load, @Nullable PeakPart peak, List<@Nullable Double> weeks, QueryChange change) {

  /** The order of a ranking; equal queries stand in the order of their fingerprints. */
  static Comparator<RankCandidate> order(Ranking.Order order) {
    Comparator<RankCandidate> byLoad = Comparator.comparingDouble(c -> -c.load.loadAas());
    Comparator<RankCandidate> first =
        order == Ranking.Order.LOAD
            ? byLoad
            : Comparator.<RankCandidate>comparingDouble(c -> -c.removableCores())
                .thenComparingDouble(c -> -c.peakShare())
                .thenComparing(byLoad);
    return first.thenComparing(c -> c.load.group().fingerprint());
  }

  private double removableCores() {
    return peak == null ? 0 : peak.removableCores();
  }

  private double peakShare() {
    return peak == null ? 0 : peak.share();
  }

  Contributor contributor(int rank, int[] interval, double totalAas) {
    return new Contributor(
        rank,
        interval[0],
        interval[1],
        load.group().statement(),
        load.loadAas(),
        totalAas > 0 ? Math.min(1, load.loadAas() / totalAas) : 0,
        peak == null ? null : peak.share(),
        peak == null ? null : peak.removableCores(),
        null,
        waits(),
        load.callsPerSecond(),
        load.hours().latencySeconds(),
        load.hours().rowsExaminedPerCall(),
        load.hours().rowsSentPerCall(),
        load.group().digests(),
        load.instances(),
        weeks,
        change);
  }

  private Map<String, Double> waits() {
    Map<String, Double> named = new LinkedHashMap<>();
    LoadTable.largestFirst(load.waits()).forEach((wait, aas) -> named.put(wait.name(), aas));
    return named;
  }
}
