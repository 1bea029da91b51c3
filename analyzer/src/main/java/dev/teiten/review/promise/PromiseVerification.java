package dev.teiten.review.promise;

import dev.teiten.load.Sentence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a promise. Percents are of the work of one call, as in the {@link Promise}: 60 is
 * a call that takes 60 % less than before; below 0 the call takes more.
 *
 * @param realisedPercent the drop, at most 100, less the common change of the other queries; after
 *     a regression, the part of the drop that is left; null if nothing could be measured
 * @param low lower end of the 90 % interval of {@code realisedPercent}; null if unknown
 * @param high upper end of the 90 % interval of {@code realisedPercent}; null if unknown
 * @param releasedPeakCores the effect of the drop on the 99th percentile of the cluster's CPU work
 *     in the last week, in cores of that week's instances; null if unknown
 * @param trafficChange relative change of the calls of the query and its successor: 0.15 is +15 %;
 *     null without call counts
 * @param movedTo fingerprint of the successor; null if there is none
 * @param regressedAt the first instant of the day on which the load came back; null if it did not
 * @param reason why this state, with its numbers
 */
public record PromiseVerification(
    PromiseState state,
    @Nullable Double realisedPercent,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable Double releasedPeakCores,
    @Nullable Double trafficChange,
    @Nullable String movedTo,
    @Nullable Instant regressedAt,
    Sentence reason) {

  /** An undecided outcome. */
  static PromiseVerification undecided(Sentence reason) {
    return new PromiseVerification(
        PromiseState.UNDECIDED, null, null, null, null, null, null, null, reason);
  }
}
