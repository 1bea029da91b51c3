package dev.teiten.rank;

import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Sentence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dominant contributors to a cluster's DB load in one week.
 *
 * @param coverage part of the week's instance-minutes that have data, 0..1
 * @param loadAas DB load: the sum over instances of the mean over covered minutes, times the part
 *     of the week in which the instance ran; null without data
 * @param otherAas the load of no known digest, AAS; null without data
 * @param peakMinutes the number of minutes in the peak set (the highest 1 % by CPU work); 0 if CPU
 *     work is unknown
 * @param peakLoadAas mean DB load over the peak minutes, AAS; null if they are unknown
 * @param peakDays the number of days with a minute of at least nine tenths of the peak; fewer than
 *     three may be a single event
 * @param cpuExplained the share (0..1) of the CPU work that belongs to listed statements; null if
 *     CPU work is unknown
 * @param contributors in rank order
 * @param background CPU work that no session causes, the most first
 * @param gone queries that ran in the weeks before and no longer run
 * @param otherAasByHour the load of no listed digest in each of the 24 hours of the day, AAS; null
 *     for an hour without data
 * @param formerIds the ids of today by the ids that earlier versions of Teiten gave
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
    @Nullable Double cpuExplained,
    List<Contributor> contributors,
    List<BackgroundContributor> background,
    List<Gone> gone,
    List<Sentence> warnings,
    List<@Nullable Double> otherAasByHour,
    Map<String, String> formerIds) {

  public Ranking {
    contributors = List.copyOf(contributors);
    background = List.copyOf(background);
    gone = List.copyOf(gone);
    warnings = List.copyOf(warnings);
    // List.copyOf would refuse the nulls.
    otherAasByHour = Collections.unmodifiableList(new ArrayList<>(otherAasByHour));
    formerIds = Map.copyOf(formerIds);
  }

  /** The part of the CPU work that listed statements explain, in words; empty if unknown. */
  public Optional<Sentence> explanation() {
    return Optional.ofNullable(cpuExplained)
        .map(share -> RankingText.CPU_EXPLAINED.of(100 * share));
  }

  /** The id now of a query that an earlier version of Teiten named; every other id as it is. */
  public String currentId(String fingerprint) {
    return formerIds.getOrDefault(fingerprint, fingerprint);
  }

  /** This ranking with at most {@code n} contributors. */
  public Ranking top(int n) {
    return with(contributors.subList(0, Math.min(n, contributors.size())), warnings);
  }

  /**
   * The order {@link Order#SAVINGS} of a ranking by {@link Order#PEAK}: by the dollars that a fix
   * of each query alone would release. Queries of equal savings (mostly 0) stay in the order of
   * their removable peaks and share a rank interval.
   *
   * @param monthlyUsd by fingerprint, US dollars a month; a missing query is not known to release
   *     anything
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
        cpuExplained,
        others,
        background,
        gone,
        otherWarnings,
        otherAasByHour,
        formerIds);
  }

  /**
   * The least number of queries that hold {@code share} (0..1) of the load; all queries if they
   * hold less together.
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
   * A query that no longer runs.
   *
   * @param loadAasBefore its mean load in the last week before, on the weekdays it is missing from,
   *     AAS
   * @param perhapsNow the likely new fingerprint of the query; null if there is none
   */
  public record Gone(
      String fingerprint, String statement, double loadAasBefore, @Nullable String perhapsNow) {
    /** A gone query without a likely new fingerprint. */
    public Gone(String fingerprint, String statement, double loadAasBefore) {
      this(fingerprint, statement, loadAasBefore, null);
    }
  }

  /** The orders of a ranking. */
  public enum Order {
    /** Mean load. */
    LOAD,
    /** The fall of the 99th percentile of the CPU work without the query. */
    PEAK,
    /** The dollars that a fix of the query alone releases; see {@link Ranking#bySavings}. */
    SAVINGS
  }
}
