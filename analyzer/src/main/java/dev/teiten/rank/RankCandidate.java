package dev.teiten.rank;

import dev.teiten.change.QueryChange;
import dev.teiten.normalize.hint.Hint;
import dev.teiten.rank.RankIntervals.RankInterval;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A query that has no rank yet.
 *
 * @param peak null if CPU work is unknown
 * @param weeks mean load by week, AAS, oldest first; null for a week without data
 * @param hints from the query's counters
 */
record RankCandidate(
    QueryLoad load,
    @Nullable PeakPart peak,
    List<@Nullable Double> weeks,
    QueryChange change,
    List<Hint> hints) {

  /** The order of a ranking; equal queries are ordered by fingerprint. */
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

  Contributor contributor(int rank, RankInterval interval, double totalAas) {
    return new Contributor(
        rank,
        interval.low(),
        interval.high(),
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
        change,
        Stream.concat(load.group().statement().hints().stream(), hints.stream()).toList());
  }

  private Map<String, Double> waits() {
    Map<String, Double> named = new LinkedHashMap<>();
    LoadTable.largestFirst(load.waits()).forEach((wait, aas) -> named.put(wait.name(), aas));
    return named;
  }
}
