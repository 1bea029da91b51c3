package dev.teiten.rank;

import dev.teiten.change.QueryChange;
import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.normalize.hint.Hint;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One query (all digests of one fingerprint) of a ranking.
 *
 * @param rank 1-based position
 * @param rankLow the best position that the data allow (90 % interval)
 * @param rankHigh the worst position that the data allow
 * @param query the statement behind the fingerprint
 * @param loadAas mean DB load over the week's covered minutes, summed over instances
 * @param share part of the cluster's load, 0..1
 * @param peakShare part of the cluster's CPU work in its highest 1 % minutes, 0..1; null if CPU
 *     work is unknown
 * @param removablePeakCores fall of the 99th percentile of the cluster's CPU work if the query were
 *     gone, cores
 * @param monthlySavingUsd the saving of a fix of this query alone, US dollars a month, beyond the
 *     saving without any fix; null in orders other than SAVINGS, and if no such fix is known
 * @param waits load by wait event, AAS
 * @param callsPerSecond mean over the week, summed over instances; null if the source kept no
 *     statistics
 * @param sourceDigests the source's digest ids behind this fingerprint
 * @param instances load by instance name, AAS
 * @param weeks mean load by week, oldest first, this week last; null for a week without data
 * @param hints from the statement, then from its counters
 */
public record Contributor(
    int rank,
    int rankLow,
    int rankHigh,
    NormalizedStatement query,
    double loadAas,
    double share,
    @Nullable Double peakShare,
    @Nullable Double removablePeakCores,
    @Nullable Double monthlySavingUsd,
    Map<String, Double> waits,
    @Nullable Double callsPerSecond,
    @Nullable Double latencySeconds,
    @Nullable Double rowsExaminedPerCall,
    @Nullable Double rowsSentPerCall,
    List<String> sourceDigests,
    Map<String, Double> instances,
    List<@Nullable Double> weeks,
    QueryChange change,
    List<Hint> hints) {

  public String fingerprint() {
    return query.id();
  }

  /** Equal for queries that differ only in spelling: an alias, say. */
  public String family() {
    return query.family();
  }

  public String statement() {
    return query.text();
  }

  /** Whether the source cut the statement. */
  public boolean truncated() {
    return query.truncated();
  }

  public String verb() {
    return query.verb();
  }

  public List<String> tables() {
    return query.tables();
  }

  /** Tags from sqlcommenter or marginalia comments. */
  public Map<String, String> tags() {
    return query.tags();
  }

  /** This query at another rank. */
  Contributor at(int newRank, int low, int high, @Nullable Double usd) {
    return new Contributor(
        newRank,
        low,
        high,
        query,
        loadAas,
        share,
        peakShare,
        removablePeakCores,
        usd,
        waits,
        callsPerSecond,
        latencySeconds,
        rowsExaminedPerCall,
        rowsSentPerCall,
        sourceDigests,
        instances,
        weeks,
        change,
        hints);
  }
}
