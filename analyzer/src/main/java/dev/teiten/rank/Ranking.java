package dev.teiten.rank;

import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Sentence;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The dominant contributors to a cluster's DB load in one week.
 *
 * @param coverage part of the week's instance-minutes that have data, 0..1
 * @param loadAas mean DB load over the covered minutes, summed over instances; null without data
 * @param otherAas the part that no known digest holds; null without data
 * @param peakMinutes the number of minutes in the peak set (the highest 1 % by CPU work); 0 if CPU
 *     work is unknown
 * @param peakLoadAas mean DB load over the peak minutes; null where they are unknown
 * @param peakDays on how many separate days the peak minutes lie; fewer than three make it a single
 *     event
 * @param contributors in rank order
 * @param gone what ran in the weeks before and no more
 */
public record Ranking(
    String cluster,
    ReviewWeek week,
    double coverage,
    @Nullable Double loadAas,
    @Nullable Double otherAas,
    int peakMinutes,
    @Nullable Double peakLoadAas,
    int peakDays,
    List<Contributor> contributors,
    List<Gone> gone,
    List<Sentence> warnings) {

  public Ranking {
    contributors = List.copyOf(contributors);
    gone = List.copyOf(gone);
    warnings = List.copyOf(warnings);
  }

  /** The same with no more than {@code n} contributors. */
  public Ranking top(int n) {
    return with(contributors.subList(0, Math.min(n, contributors.size())), warnings);
  }

  /**
   * The order {@link Order#SAVINGS}, made from a ranking by {@link Order#PEAK}: by the dollars that
   * fixing each query alone would release. Queries of equal dollars (most: none) stay in the order
   * of their removable peaks and share a rank interval, because dollars do not tell them apart.
   *
   * @param monthlyUsd by fingerprint, dollars a month; what is not in it is not known to release
   *     any
   */
  public Ranking bySavings(Map<String, Double> monthlyUsd) {
    return SavingsOrder.of(this, monthlyUsd);
  }

  Ranking with(List<Contributor> others, List<Sentence> otherWarnings) {
    return new Ranking(
        cluster,
        week,
        coverage,
        loadAas,
        otherAas,
        peakMinutes,
        peakLoadAas,
        peakDays,
        others,
        gone,
        otherWarnings);
  }

  /**
   * How many queries it takes to hold {@code share} (0..1) of the load, the largest first; all of
   * them where even they do not.
   */
  public int paretoHead(double share) {
    List<Double> loads =
        contributors.stream().map(Contributor::loadAas).sorted(Comparator.reverseOrder()).toList();
    double left = loadAas == null ? 0 : share * loadAas;
    int head = 0;
    while (left > 0 && head < loads.size()) {
      left -= loads.get(head);
      head++;
    }
    return head;
  }

  /**
   * A query that has left.
   *
   * @param loadAasBefore its mean load in the last week before, on the days of the week that it is
   *     missing from
   * @param perhapsNow the fingerprint of a new query that may be the same under another text; null
   *     if there is none
   */
  public record Gone(
      String fingerprint, String statement, double loadAasBefore, @Nullable String perhapsNow) {
    /** One that nothing new looks like. */
    public Gone(String fingerprint, String statement, double loadAasBefore) {
      this(fingerprint, statement, loadAasBefore, null);
    }
  }

  /** What the ranking is ordered by. */
  public enum Order {
    /** Mean load. */
    LOAD,
    /** What the 99th percentile of the CPU work falls by without the query. */
    PEAK,
    /** Dollars that a fix of the query alone releases; see {@link Ranking#bySavings}. */
    SAVINGS
  }
}
