package dev.teiten.review.promise;

import dev.teiten.load.Sentence;
import dev.teiten.rank.Course;
import dev.teiten.rank.Fall;
import java.time.Duration;
import java.time.ZoneId;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Judges a promise by the course of its query. */
final class Judge {
  /** The part of a promise that counts as kept. */
  private static final double ENOUGH = 0.8;

  /** A smaller change of a query is not called one, as in the comparison with the weeks before. */
  private static final double LEAST_PERCENT = 10;

  // One of the many days that a step may lie on: sure enough that looking at all does not matter.
  private static final double SURE = 0.998;
  private static final double STEP = 0.2;
  private static final double HALF = 0.5;
  private static final Duration NEAR = Duration.ofDays(3);

  private final Promise promise;
  private final Course course;
  private final @Nullable String movedTo;
  private final ZoneId zone;
  private final int first;
  private final int end;

  Judge(Promise promise, Course course, @Nullable String movedTo, ZoneId zone) {
    this.promise = promise;
    this.course = course;
    this.movedTo = movedTo;
    this.zone = zone;
    this.first = course.first();
    this.end = course.length();
  }

  Judgement judge() {
    int from = lastStep(0, first, -STEP).orElse(lastStep(0, first, STEP).orElse(0));
    OptionalInt back = back(from);
    if (back.isPresent()) {
      return regressed(from, back.getAsInt());
    }
    Fall all = course.fall(from, first, first, end);
    OptionalInt elsewhere = elsewhere(from, all);
    if (elsewhere.isPresent()) {
      return elsewhere(from, all, elsewhere.getAsInt());
    }
    PromiseState state = state(all);
    return new Judgement(state, all, from, first, null, reason(state, all));
  }

  /** A step within some days that is beyond doubt. */
  private OptionalInt lastStep(int from, int to, double rise) {
    OptionalInt step = course.step(from, to, rise);
    if (step.isEmpty()) {
      return step;
    }
    Fall fall = course.fall(from, step.getAsInt(), step.getAsInt(), to);
    boolean sure =
        rise < 0
            ? fall.low(SURE) > 0 && fall.percent() >= LEAST_PERCENT
            : fall.high(SURE) < 0 && fall.percent() <= -LEAST_PERCENT;
    return sure ? step : OptionalInt.empty();
  }

  private boolean isVisible(Fall fall) {
    double least = Math.min(LEAST_PERCENT, HALF * promise.percent());
    return fall.low(Judgement.CONFIDENCE) > 0 && fall.percent() >= least;
  }

  /** The day from which on most of what had fallen is there again. */
  private OptionalInt back(int from) {
    OptionalInt step = lastStep(first, end, STEP);
    if (step.isEmpty()) {
      return step;
    }
    Fall atFirst = course.fall(from, first, first, step.getAsInt());
    Fall left = course.fall(from, first, step.getAsInt(), end);
    return isVisible(atFirst) && left.percent() < HALF * atFirst.percent()
        ? step
        : OptionalInt.empty();
  }

  private Judgement regressed(int from, int back) {
    Fall atFirst = course.fall(from, first, first, back);
    Fall left = course.fall(from, first, back, end);
    Sentence reason =
        PromiseText.REGRESSED_BACK.of(
            atFirst.percent(),
            left.percent(),
            left.low(Judgement.CONFIDENCE),
            left.high(Judgement.CONFIDENCE),
            course.start(back).atZone(zone));
    return new Judgement(PromiseState.REGRESSED_BACK, left, from, back, course.start(back), reason);
  }

  /** The day of a fall, far from the fix, besides which the fix itself did nothing visible. */
  private OptionalInt elsewhere(int from, Fall all) {
    if (from > 0 && !isVisible(all) && course.fall(0, from, from, first).percent() > 0) {
      return isFar(from) ? OptionalInt.of(from) : OptionalInt.empty();
    }
    OptionalInt late = lastStep(first, end, -STEP);
    boolean only =
        late.isPresent()
            && isFar(late.getAsInt())
            && !isVisible(course.fall(from, first, first, late.getAsInt()));
    return only ? late : OptionalInt.empty();
  }

  private boolean isFar(int day) {
    Duration between = Duration.between(promise.fixedAt(), course.start(day));
    return between.abs().compareTo(NEAR) > 0;
  }

  private Judgement elsewhere(int from, Fall all, int day) {
    Fall there = day < first ? course.fall(0, day, day, first) : course.fall(first, day, day, end);
    Sentence reason =
        PromiseText.STEP_ELSEWHERE.of(there.percent(), course.start(day).atZone(zone));
    return new Judgement(PromiseState.UNDECIDED, all, from, first, null, reason);
  }

  private PromiseState state(Fall all) {
    boolean reaches = all.high(Judgement.CONFIDENCE) >= ENOUGH * promise.percent();
    if (isVisible(all)) {
      return reaches ? PromiseState.DELIVERED : PromiseState.PARTIAL;
    }
    if (reaches) {
      return PromiseState.UNDECIDED;
    }
    return movedTo == null ? PromiseState.NOT_VISIBLE : PromiseState.MOVED;
  }

  private Sentence reason(PromiseState state, Fall fall) {
    double percent = fall.percent();
    double low = fall.low(Judgement.CONFIDENCE);
    double high = fall.high(Judgement.CONFIDENCE);
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
