package dev.teiten.change.beforeafter;

import dev.teiten.change.history.DailyValues;
import dev.teiten.change.history.DayGrid;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The days before the moment that a query is compared with. If the query surely stepped before the
 * moment, only the days since the step count. Such a step is a change, not noise, and is taken out
 * of the noise.
 */
final class StableBaseline {
  private static final double MIN_STEP = 0.2;
  private static final int PASSES = 3;

  private final DailyValues logs;
  private final Function<LevelledLogs, BeforeAfterSeries> seriesOf;

  /**
   * @param logs one query's logarithms
   * @param seriesOf makes the series for a baseline
   */
  StableBaseline(DailyValues logs, Function<LevelledLogs, BeforeAfterSeries> seriesOf) {
    this.logs = logs;
    this.seriesOf = seriesOf;
  }

  /**
   * The logarithms of one query with the days before a step moved to the level after it.
   *
   * @param from the first day since the step; 0 if there is none
   */
  record LevelledLogs(DailyValues logs, int from) {}

  BeforeAfterSeries series() {
    BeforeAfterSeries plain = seriesOf.apply(new LevelledLogs(logs, 0));
    OptionalInt step = step(plain);
    return step.isEmpty() ? plain : levelled(plain, step.getAsInt());
  }

  private BeforeAfterSeries levelled(BeforeAfterSeries plain, int step) {
    BeforeAfterSeries series = plain;
    for (int pass = 0; pass < PASSES; pass++) {
      // In the first pass the usual weekdays still contain part of the step.
      series = seriesOf.apply(new LevelledLogs(lowered(step, drop(series, step).log()), step));
    }
    return drop(series, step).isChange() ? series : plain;
  }

  private static MeanDrop drop(BeforeAfterSeries series, int step) {
    return series.fall(0, step, step, series.first());
  }

  /** The larger of the largest rise and the largest fall. */
  private static OptionalInt step(BeforeAfterSeries series) {
    OptionalInt rise = series.step(0, series.first(), MIN_STEP);
    OptionalInt fall = series.step(0, series.first(), -MIN_STEP);
    if (rise.isEmpty() || fall.isEmpty()) {
      return rise.isEmpty() ? fall : rise;
    }
    return size(series, rise.getAsInt()) > size(series, fall.getAsInt()) ? rise : fall;
  }

  private static double size(BeforeAfterSeries series, int step) {
    return Math.abs(drop(series, step).log());
  }

  private DailyValues lowered(int step, double fall) {
    // All days before the moment come first, seven a week.
    return DailyValues.of(
        logs.weeks(),
        (week, day) -> logs.value(week, day) - (week * DayGrid.COUNT + day < step ? fall : 0));
  }
}
