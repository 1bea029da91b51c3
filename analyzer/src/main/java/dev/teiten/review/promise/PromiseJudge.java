package dev.teiten.review.promise;

import dev.teiten.change.beforeafter.BeforeAfterSeries;
import dev.teiten.change.beforeafter.MeanDrop;
import dev.teiten.load.Sentence;
import java.time.Duration;
import java.time.ZoneId;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Judges a promise by the course of its query. */
final class PromiseJudge {
  /** The part of a promise that counts as kept. */
  private static final double ENOUGH = 0.8;

  private static final double STEP = 0.2;
  private static final double HALF = 0.5;
  private static final Duration NEAR = Duration.ofDays(3);

  private final Promise promise;
  private final BeforeAfterSeries course;
  private final @Nullable String movedTo;
  private final ZoneId zone;
  private final int first;
  private final int end;

  PromiseJudge(Promise promise, BeforeAfterSeries course, @Nullable String movedTo, ZoneId zone) {
    this.promise = promise;
    this.course = course;
    this.movedTo = movedTo;
    this.zone = zone;
    this.first = course.first();
    this.end = course.length();
  }

  PromiseJudgement judge() {
    OptionalInt back = back();
    if (back.isPresent()) {
      return regressed(back.getAsInt());
    }
    MeanDrop all = course.fall(first, end);
    OptionalInt elsewhere = elsewhere(all);
    if (elsewhere.isPresent()) {
      return elsewhere(all, elsewhere.getAsInt());
    }
    PromiseState state = state(all);
    return new PromiseJudgement(state, all, null, reason(state, all));
  }

  /** A step after the fix that is beyond doubt. */
  private OptionalInt step(double rise) {
    OptionalInt step = course.step(first, end, rise);
    if (step.isEmpty()) {
      return step;
    }
    MeanDrop fall = course.fall(first, step.getAsInt(), step.getAsInt(), end);
    return fall.isChange() ? step : OptionalInt.empty();
  }

  private boolean isVisible(MeanDrop fall) {
    double least = Math.min(MeanDrop.LEAST_PERCENT, HALF * promise.percent());
    return fall.low(PromiseJudgement.CONFIDENCE) > 0 && fall.percent() >= least;
  }

  /** The day from which on most of what had fallen is there again. */
  private OptionalInt back() {
    OptionalInt step = step(STEP);
    if (step.isEmpty()) {
      return step;
    }
    MeanDrop atFirst = course.fall(first, step.getAsInt());
    MeanDrop left = course.fall(step.getAsInt(), end);
    return isVisible(atFirst) && left.percent() < HALF * atFirst.percent()
        ? step
        : OptionalInt.empty();
  }

  private PromiseJudgement regressed(int back) {
    MeanDrop atFirst = course.fall(first, back);
    MeanDrop left = course.fall(back, end);
    Sentence reason =
        PromiseText.REGRESSED_BACK.of(
            atFirst.percent(),
            left.percent(),
            left.low(PromiseJudgement.CONFIDENCE),
            left.high(PromiseJudgement.CONFIDENCE),
            course.start(back).atZone(zone));
    return new PromiseJudgement(PromiseState.REGRESSED_BACK, left, course.start(back), reason);
  }

  /** The day of a fall, far from the fix, besides which the fix itself did nothing visible. */
  private OptionalInt elsewhere(MeanDrop all) {
    int early = course.stable();
    if (early > 0 && !isVisible(all)) {
      boolean fell = course.fall(0, early, early, first).percent() > 0;
      return fell && isFar(early) ? OptionalInt.of(early) : OptionalInt.empty();
    }
    OptionalInt late = step(-STEP);
    boolean only =
        late.isPresent()
            && isFar(late.getAsInt())
            && !isVisible(course.fall(first, late.getAsInt()));
    return only ? late : OptionalInt.empty();
  }

  private boolean isFar(int day) {
    Duration between = Duration.between(promise.fixedAt(), course.start(day));
    return between.abs().compareTo(NEAR) > 0;
  }

  private PromiseJudgement elsewhere(MeanDrop all, int day) {
    MeanDrop there =
        day < first ? course.fall(0, day, day, first) : course.fall(first, day, day, end);
    Sentence reason =
        PromiseText.STEP_ELSEWHERE.of(there.percent(), course.start(day).atZone(zone));
    return new PromiseJudgement(PromiseState.UNDECIDED, all, null, reason);
  }

  private PromiseState state(MeanDrop all) {
    boolean reaches = all.high(PromiseJudgement.CONFIDENCE) >= ENOUGH * promise.percent();
    if (isVisible(all)) {
      return reaches ? PromiseState.DELIVERED : PromiseState.PARTIAL;
    }
    if (reaches) {
      return PromiseState.UNDECIDED;
    }
    return movedTo == null ? PromiseState.NOT_VISIBLE : PromiseState.MOVED;
  }

  private Sentence reason(PromiseState state, MeanDrop fall) {
    double percent = fall.percent();
    double low = fall.low(PromiseJudgement.CONFIDENCE);
    double high = fall.high(PromiseJudgement.CONFIDENCE);
    double promised = promise.percent();
    String now = movedTo == null ? "" : movedTo;
    return switch (state) {
      case DELIVERED ->
          movedTo == null
              ? PromiseText.DELIVERED.of(percent, low, high, promised)
              : PromiseText.DELIVERED_AS.of(now, percent, low, high, promised);
      case PARTIAL ->
          movedTo == null
              ? PromiseText.PARTIAL.of(percent, low, high, promised)
              : PromiseText.PARTIAL_AS.of(now, percent, low, high, promised);
      case MOVED -> PromiseText.MOVED.of(now, percent, low, high);
      case NOT_VISIBLE -> PromiseText.NOT_VISIBLE.of(percent, low, high, promised);
      default -> PromiseText.TOO_UNCERTAIN.of(low, high, promised);
    };
  }
}
