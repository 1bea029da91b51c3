package dev.teiten.review.promise;

import dev.teiten.load.Sentence;
import dev.teiten.rank.Fall;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a course says of a promise.
 *
 * @param fall what is realised now
 * @param from the first day before the fix that it is measured from
 * @param now the first day after the fix that it is measured over
 * @param regressedAt null where nothing came back
 */
record Judgement(
    PromiseState state,
    Fall fall,
    int from,
    int now,
    @Nullable Instant regressedAt,
    Sentence reason) {
  static final double CONFIDENCE = 0.9;

  Verification verification(
      @Nullable Double releasedPeakCores,
      @Nullable Double trafficChange,
      @Nullable String movedTo) {
    return new Verification(
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
