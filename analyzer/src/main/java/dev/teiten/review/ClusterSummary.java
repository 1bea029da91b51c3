package dev.teiten.review;

import dev.teiten.load.Cluster;
import dev.teiten.load.ReviewWeek;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.Autoscaling;
import org.jspecify.annotations.Nullable;

/**
 * One line of the fleet page.
 *
 * @param coverage part of the week's instance-minutes that have data, 0..1; null before the first
 *     result
 * @param vcpus the most that ran at once in the week; null if unknown
 * @param autoscaling of today's readers; null if their number is not scaled
 * @param loadAas mean DB load of the week, AAS; null without data
 * @param peakLoadAas mean DB load over the peak minutes, AAS; null if they are unknown
 * @param loadAasBefore mean DB load of the week before, AAS; null without data
 * @param p99Utilisation 99th percentile of the CPU utilisation of the busiest instance, 0..1; null
 *     if unknown
 * @param monthlyUsd list price of today's instances, US dollars a month; null without a price
 * @param monthlySavingUsd the saving of the reduction, else of the fixes in the headline, US
 *     dollars a month; null if none is known
 */
public record ClusterSummary(
    Cluster cluster,
    ReviewWeek week,
    @Nullable Double coverage,
    @Nullable Integer vcpus,
    @Nullable Autoscaling autoscaling,
    @Nullable Double loadAas,
    @Nullable Double peakLoadAas,
    @Nullable Double loadAasBefore,
    @Nullable Double p99Utilisation,
    SizingAdvice.Verdict verdict,
    @Nullable Double monthlyUsd,
    @Nullable Double monthlySavingUsd) {

  /** A row of which nothing is known yet. */
  static ClusterSummary unknown(Cluster cluster, ReviewWeek week) {
    return new ClusterSummary(
        cluster,
        week,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        SizingAdvice.Verdict.UNDECIDED,
        null,
        null);
  }
}
