package dev.teiten.review.promise;

import dev.teiten.change.beforeafter.MeanDrop;
import dev.teiten.load.Sentence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The judgement of a promise.
 *
 * @param fall the drop that is realised now
 * @param regressedAt when the load came back; null if it did not
 */
record PromiseJudgement(
    PromiseState state, MeanDrop fall, @Nullable Instant regressedAt, Sentence reason) {
  static final double CONFIDENCE = 0.9;

  /** Whether the measure dropped with the fix, at least for some time. */
  boolean isVisible() {
    return state == PromiseState.DELIVERED
        || state == PromiseState.PARTIAL
        || state == PromiseState.REGRESSED_BACK;
  }

  PromiseVerification verification(
      @Nullable Double releasedPeakCores,
      @Nullable Double trafficChange,
      @Nullable String movedTo) {
    return new PromiseVerification(
        state,
        fall.percent(),
        fall.low(CONFIDENCE),
        fall.high(CONFIDENCE),
        releasedPeakCores,
        trafficChange,
        movedTo,
        regressedAt,
        reason);
  }
}
