package dev.teiten.review.promise;

import dev.teiten.change.beforeafter.BeforeAfterSeries;
import dev.teiten.change.beforeafter.MeanDrop;
import dev.teiten.load.Sentence;
import java.time.Duration;
import java.time.ZoneId;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Judges a promise by the series of its query. */
final class PromiseJudge {
  /** The part of a promise, 0..1, that counts as kept. */
  private static final double KEPT_PART = 0.8;

  private static final double MIN_STEP = 0.2;
  private static final double HALF = 0.5;

  /** A step further from the fix is not its effect. */
  private static final Duration MAX_DISTANCE = Duration.ofDays(3);

  private final Promise promise;
  private final BeforeAfterSeries series;
  private final @Nullable String movedTo;
  private final ZoneId zone;
  private final int first;
  private final int end;

  PromiseJudge(Promise promise, BeforeAfterSeries series, @Nullable String movedTo, ZoneId zone) {
    this.promise = promise;
    this.series = series;
    this.movedTo = movedTo;
    this.zone = zone;
    this.first = series.first();
    this.end = series.length();
  }

  PromiseJudgement judge() {
    OptionalInt back = regressionDay();
    if (back.isPresent()) {
      return regressed(back.getAsInt());
    }
    MeanDrop drop = series.fall(first, end);
    OptionalInt elsewhere = dropElsewhere(drop);
    if (elsewhere.isPresent()) {
      return undecided(drop, elsewhere.getAsInt());
    }
    PromiseState state = state(drop);
    return new PromiseJudgement(state, drop, null, reason(state, drop));
  }

  /** The first day after a step that is beyond doubt and lies after the fix. */
  private OptionalInt step(double rise) {
    OptionalInt step = series.step(first, end, rise);
    if (step.isEmpty()) {
      return step;
    }
    MeanDrop fall = series.fall(first, step.getAsInt(), step.getAsInt(), end);
    return fall.isChange() ? step : OptionalInt.empty();
  }

  private boolean isVisible(MeanDrop fall) {
    double least = Math.min(MeanDrop.LEAST_PERCENT, HALF * promise.percent());
    return fall.low(PromiseJudgement.CONFIDENCE) > 0 && fall.percent() >= least;
  }

  /** The first day on which most of the drop is undone. */
  private OptionalInt regressionDay() {
    OptionalInt step = step(MIN_STEP);
    if (step.isEmpty()) {
      return step;
    }
    MeanDrop atFirst = series.fall(first, step.getAsInt());
    MeanDrop left = series.fall(step.getAsInt(), end);
    return isVisible(atFirst) && left.percent() < HALF * atFirst.percent()
        ? step
        : OptionalInt.empty();
  }

  private PromiseJudgement regressed(int back) {
    MeanDrop atFirst = series.fall(first, back);
    MeanDrop left = series.fall(back, end);
    Sentence reason =
        PromiseText.REGRESSED_BACK.of(
            atFirst.percent(),
            left.percent(),
            left.low(PromiseJudgement.CONFIDENCE),
            left.high(PromiseJudgement.CONFIDENCE),
            series.start(back).atZone(zone));
    return new PromiseJudgement(PromiseState.REGRESSED_BACK, left, series.start(back), reason);
  }

  /** The day of a drop far from the fix, if no drop is visible at the fix itself. */
  private OptionalInt dropElsewhere(MeanDrop drop) {
    int early = series.stable();
    if (early > 0 && !isVisible(drop)) {
      boolean fell = series.fall(0, early, early, first).percent() > 0;
      return fell && isFar(early) ? OptionalInt.of(early) : OptionalInt.empty();
    }
    OptionalInt late = step(-MIN_STEP);
    boolean only =
        late.isPresent()
            && isFar(late.getAsInt())
            && !isVisible(series.fall(first, late.getAsInt()));
    return only ? late : OptionalInt.empty();
  }

  private boolean isFar(int day) {
    Duration between = Duration.between(promise.fixedAt(), series.start(day));
    return between.abs().compareTo(MAX_DISTANCE) > 0;
  }

  private PromiseJudgement undecided(MeanDrop drop, int day) {
    MeanDrop there =
        day < first ? series.fall(0, day, day, first) : series.fall(first, day, day, end);
    Sentence reason =
        PromiseText.STEP_ELSEWHERE.of(there.percent(), series.start(day).atZone(zone));
    return new PromiseJudgement(PromiseState.UNDECIDED, drop, null, reason);
  }

  private PromiseState state(MeanDrop drop) {
    boolean reaches = drop.high(PromiseJudgement.CONFIDENCE) >= KEPT_PART * promise.percent();
    if (isVisible(drop)) {
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
