package dev.teiten.web.chart;

import dev.teiten.cpu.RunningVcpus;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.TimeRange;
import dev.teiten.load.WeekLoad;
import dev.teiten.review.WeeklyReview;
import dev.teiten.web.view.PageTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The load chart's series: means over equal steps, {@code NaN} if no minute of a step has data.
 *
 * @param from the start of the first step
 * @param step the length of a step, whole minutes
 * @param before the previous week by hour, aligned with the start of the week; null without data
 * @param vcpus the most that ran at once; empty if an instance's number is unknown
 */
record LoadChart(
    Instant from,
    Duration step,
    List<Line> lines,
    @Nullable PreviousWeek before,
    OptionalDouble vcpus) {

  private static final int[] STEPS_MINUTES = {1, 2, 5, 10, 15, 30, 60};
  private static final int MOST_POINTS = 1100;

  record Line(String key, String name, double[] aas) {}

  /** The previous week by hour, shifted to the start of the shown week. */
  record PreviousWeek(String week, Instant from, double[] aas) {}

  static LoadChart of(
      WeeklyReview review, Slice slice, @Nullable TimeRange range, PageTexts texts) {
    ClusterLoad load = review.load();
    int from = range == null ? 0 : minute(load, range.from());
    int to = range == null ? load.minutes() : end(load, range, from);
    double[] total = total(load);
    int step = step(to - from);
    if (slice.dimension() != null) {
      Instant start = load.week().range().from();
      int first = (int) Duration.between(start, review.dimensions().from()).toMinutes();
      step = 60;
      from = first + Math.max(0, from - first) / step * step;
      to = Math.min(load.minutes(), first + (Math.max(0, to - first) + step - 1) / step * step);
      total = MinuteSeries.hourMeans(total, first);
    }
    return of(review, LoadParts.of(review, slice, total, texts), total, new int[] {from, to, step});
  }

  private static LoadChart of(
      WeeklyReview review, List<LoadParts.Part> parts, double[] total, int[] grid) {
    ClusterLoad load = review.load();
    List<Line> lines = new ArrayList<>();
    for (LoadParts.Part part : parts) {
      double[] means = MinuteSeries.means(part.aas(), total, grid[0], grid[1], grid[2]);
      lines.add(new Line(part.key(), part.name(), means));
    }
    return new LoadChart(
        load.week().range().from().plus(Duration.ofMinutes(grid[0])),
        Duration.ofMinutes(grid[2]),
        lines,
        ghost(load),
        RunningVcpus.of(load).most());
  }

  /** DB load of the cluster by minute, summed over the instances that have data. */
  static double[] total(ClusterLoad load) {
    double[] total = MinuteSeries.empty(load.minutes());
    load.instances().forEach(instance -> MinuteSeries.add(total, instance.total()));
    return total;
  }

  private static @Nullable PreviousWeek ghost(ClusterLoad load) {
    for (WeekLoad week : load.history()) {
      if (week.week().equals(load.week().plus(-1))) {
        return new PreviousWeek(week.week().label(), load.week().range().from(), week.totalAas());
      }
    }
    return null;
  }

  static int minute(ClusterLoad load, Instant instant) {
    long minute = Duration.between(load.week().range().from(), instant).toMinutes();
    return (int) Math.max(0, Math.min(load.minutes() - 1L, minute));
  }

  /** The last minute (exclusive) of a range, at most the end of the week. */
  static int end(ClusterLoad load, TimeRange range, int from) {
    Duration length = Duration.between(load.week().range().from(), range.to());
    return (int) Math.max(from + 1L, Math.min(load.minutes(), length.toMinutes()));
  }

  private static int step(int minutes) {
    for (int step : STEPS_MINUTES) {
      if (minutes / step <= MOST_POINTS) {
        return step;
      }
    }
    return STEPS_MINUTES[STEPS_MINUTES.length - 1];
  }
}
