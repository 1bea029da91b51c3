package dev.teiten.review;

import dev.teiten.load.Cluster;
import dev.teiten.load.ReviewWeek;
import dev.teiten.size.SizingAdvice;
import org.jspecify.annotations.Nullable;

/**
 * One line of the fleet page.
 *
 * @param coverage 0..1
 * @param vcpus of all instances together; null if unknown
 * @param loadAas mean DB load of the week; null without data
 * @param peakLoadAas mean DB load over the peak minutes
 * @param loadAasBefore mean DB load of the week before
 * @param monthlyUsd list price of today's instances
 * @param monthlySavingUsd what the reduction, else the fixes of the headline release; null if
 *     nothing is known
 * @param collecting whether weeks are still being collected for it
 */
public record ClusterSummary(
    Cluster cluster,
    ReviewWeek week,
    double coverage,
    @Nullable Integer vcpus,
    @Nullable Double loadAas,
    @Nullable Double peakLoadAas,
    @Nullable Double loadAasBefore,
    @Nullable Double p99Utilisation,
    SizingAdvice.Verdict verdict,
    @Nullable Double monthlyUsd,
    @Nullable Double monthlySavingUsd,
    boolean collecting) {}
