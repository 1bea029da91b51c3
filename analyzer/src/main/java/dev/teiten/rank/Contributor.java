package dev.teiten.rank;

import dev.teiten.normalize.Hint;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One query (all digests of one fingerprint) of a ranking.
 *
 * @param rank 1-based position
 * @param rankLow the best position that the data allow (90 % interval)
 * @param rankHigh the worst position that the data allow
 * @param family equal for queries that differ in how they are written only, such as by an alias;
 *     what belongs together in a family is looked at together
 * @param truncated whether the source cut the statement
 * @param loadAas mean DB load over the week's covered minutes, summed over instances
 * @param share part of the cluster's load, 0..1
 * @param peakShare part of the cluster's CPU work in its highest 1 % minutes, 0..1; null if CPU
 *     work is unknown
 * @param removablePeakCores fall of the 99th percentile of the cluster's CPU work if the query were
 *     gone, cores
 * @param waits load by wait event, AAS
 * @param callsPerSecond mean over the week, summed over instances; null if the source kept no
 *     statistics
 * @param sourceDigests the source's digest ids behind this fingerprint
 * @param instances load by instance name, AAS
 * @param weeks mean load by week, oldest first, this week last; null for a week without data
 * @param tags from sqlcommenter or marginalia comments
 */
public record Contributor(
    int rank,
    int rankLow,
    int rankHigh,
    String fingerprint,
    String family,
    String statement,
    boolean truncated,
    String verb,
    List<String> tables,
    double loadAas,
    double share,
    @Nullable Double peakShare,
    @Nullable Double removablePeakCores,
    Map<String, Double> waits,
    @Nullable Double callsPerSecond,
    @Nullable Double latencySeconds,
    @Nullable Double rowsExaminedPerCall,
    @Nullable Double rowsSentPerCall,
    List<String> sourceDigests,
    Map<String, Double> instances,
    List<@Nullable Double> weeks,
    Change change,
    List<Hint> hints,
    Map<String, String> tags) {}
