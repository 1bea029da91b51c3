package dev.teiten.review.promise;

import dev.teiten.change.beforeafter.MeanDrop;
import dev.teiten.load.Sentence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a course says of a promise.
 *
 * @param fall what is realised now
 * @param regressedAt null where nothing came back
 */
record PromiseJudgement(
    PromiseState state, MeanDrop fall, @Nullable Instant regressedAt, Sentence reason) {
  static final double CONFIDENCE = 0.9;

  /** Whether something fell with the fix, for some time at least. */
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
