package dev.teiten.review.promise;

import dev.teiten.load.Sentence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a promise. Percents are of the work of one call, as in the {@link Promise}: 60 is
 * a call that takes 60 % less than before, a negative one takes more.
 *
 * @param realisedPercent at most 100, against what other queries did meanwhile; after a load came
 *     back, what is left of the fall; null where nothing could be measured
 * @param low lower end of its 90 % interval; null where it is not known
 * @param high upper end
 * @param releasedPeakCores what the fall takes off the 99th percentile of the cluster's CPU work in
 *     the last week, in cores of the instances of that week; null where it cannot be told
 * @param trafficChange relative change of the calls of the query (and of the one it moved to): 0.15
 *     is +15 %; null without call counts
 * @param movedTo fingerprint of the query that it runs as now; null if it kept its own
 * @param regressedAt the first instant of the day from which on the load was back; null if it is
 *     not
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

  /** Nothing is known but why. */
  static PromiseVerification undecided(Sentence reason) {
    return new PromiseVerification(
        PromiseState.UNDECIDED, null, null, null, null, null, null, null, reason);
  }
}
