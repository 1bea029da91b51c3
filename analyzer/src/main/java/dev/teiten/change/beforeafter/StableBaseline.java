package dev.teiten.change.beforeafter;

import dev.teiten.change.history.DayGrid;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * What a query is compared with: its days before the moment, but only those since a step, where
 * there surely was one. Such a step is a change and no noise, and is taken out of the noise.
 */
final class StableBaseline {
  private static final double STEP = 0.2;
  private static final int PASSES = 3;

  private final double[][] logs;
  private final Function<Levelled, BeforeAfterSeries> courses;

  /**
   * @param logs one query by week (oldest first) and day
   * @param courses the course with a baseline
   */
  StableBaseline(double[][] logs, Function<Levelled, BeforeAfterSeries> courses) {
    this.logs = logs;
    this.courses = courses;
  }

  /**
   * The logarithms of one query as if it had always been as it was since a step.
   *
   * @param from the first day since the step; 0 if there is none
   */
  record Levelled(double[][] logs, int from) {}

  BeforeAfterSeries course() {
    BeforeAfterSeries plain = courses.apply(new Levelled(logs, 0));
    OptionalInt found = step(plain);
    if (found.isEmpty()) {
      return plain;
    }
    int step = found.getAsInt();
    BeforeAfterSeries course = plain;
    for (int pass = 0; pass < PASSES; pass++) {
      // The usual weekdays have a part of the step in them, the first time.
      double fall = course.fall(0, step, step, course.first()).log();
      course = courses.apply(new Levelled(lowered(step, fall), step));
    }
    MeanDrop fall = course.fall(0, step, step, course.first());
    return fall.isChange() ? course : plain;
  }

  /** The larger of the largest rise and the largest fall. */
  private static OptionalInt step(BeforeAfterSeries course) {
    OptionalInt rise = course.step(0, course.first(), STEP);
    OptionalInt fall = course.step(0, course.first(), -STEP);
    if (rise.isEmpty() || fall.isEmpty()) {
      return rise.isEmpty() ? fall : rise;
    }
    return size(course, rise.getAsInt()) > size(course, fall.getAsInt()) ? rise : fall;
  }

  private static double size(BeforeAfterSeries course, int step) {
    return Math.abs(course.fall(0, step, step, course.first()).log());
  }

  private double[][] lowered(int step, double fall) {
    double[][] lowered = new double[logs.length][];
    for (int w = 0; w < lowered.length; w++) {
      lowered[w] = logs[w].clone();
      for (int day = 0; day < DayGrid.COUNT; day++) {
        // All days before the moment come first, seven a week.
        lowered[w][day] -= w * DayGrid.COUNT + day < step ? fall : 0;
      }
    }
    return lowered;
  }
}
