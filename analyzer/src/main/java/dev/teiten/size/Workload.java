package dev.teiten.size;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The demand for CPU with some fixes assumed: of the reviewed week, what bounds the next one, and
 * in each of the drawn worlds.
 */
final class Workload {
  private final List<WeekWork> weeks;
  private final List<Removal> fixes;
  private final SizingAssumptions assumptions;
  private final Demand point;
  private final Demand highest;
  private @Nullable List<Demand> drawn;

  /**
   * @param weeks oldest first, the reviewed one last; not empty
   * @param fixes what is taken off the reviewed week; off the others, the same part at the same
   *     minute of the week
   */
  Workload(List<WeekWork> weeks, List<Removal> fixes, SizingAssumptions assumptions) {
    this.weeks = weeks;
    this.fixes = fixes;
    this.assumptions = assumptions;
    List<WeekWork> after = after(1);
    this.point = Demand.of(after.get(after.size() - 1));
    this.highest = after.stream().map(Demand::of).reduce(Demand::max).orElse(point);
  }

  /** The reviewed week's p99. */
  Demand point() {
    return point;
  }

  /** The highest weekly p99. */
  Demand highest() {
    return highest;
  }

  /** What next week's p99 will hardly pass. */
  Demand bound() {
    return highest.times(assumptions.nextWeekFactor(weeks.size()));
  }

  /** The p99 in each of the worlds, growth included. */
  List<Demand> drawn(List<Draw> draws) {
    List<Demand> known = drawn;
    if (known == null) {
      int levels = fixes.isEmpty() ? 1 : Draw.FIX_LEVELS;
      DayPeaks[][] peaks = new DayPeaks[levels][];
      for (int level = 0; level < levels; level++) {
        peaks[level] = peaks(after(effect(level, levels)));
      }
      known = draws.stream().map(draw -> demand(draw, peaks[draw.fix() % levels])).toList();
      drawn = known;
    }
    return known;
  }

  private static Demand demand(Draw draw, DayPeaks[] peaks) {
    return new Demand(
            peaks[0].p99(draw.days()), peaks[1].p99(draw.days()), peaks[2].p99(draw.days()))
        .times(draw.growth());
  }

  private static DayPeaks[] peaks(List<WeekWork> weeks) {
    DayPeaks[] peaks = {new DayPeaks(), new DayPeaks(), new DayPeaks()};
    for (WeekWork week : weeks) {
      peaks[0].add(week.writer());
      peaks[1].add(week.readers());
      peaks[2].add(week.together());
    }
    return peaks;
  }

  /** The effect of a fix that stands for one third of the triangle from low over 1 to high. */
  private double effect(int level, int levels) {
    double low = assumptions.fixLow();
    double high = assumptions.fixHigh();
    double probability = (level + 0.5) / levels;
    double mode = (1 - low) / Math.max(1e-9, high - low);
    return probability < mode
        ? low + Math.sqrt(probability * (high - low) * (1 - low))
        : high - Math.sqrt((1 - probability) * (high - low) * (high - 1));
  }

  private List<WeekWork> after(double effect) {
    if (fixes.isEmpty()) {
      return weeks;
    }
    WeekWork before = weeks.get(weeks.size() - 1);
    WeekWork fixed = before;
    for (Removal fix : fixes) {
      fixed = fixed.less(fix.work(), Math.min(1, effect * fix.share()));
    }
    List<WeekWork> after = new ArrayList<>();
    for (WeekWork week : weeks.subList(0, weeks.size() - 1)) {
      after.add(week.scaled(before, fixed));
    }
    after.add(fixed);
    return after;
  }

  /**
   * The work of a query and the share of it (0..1) that its fix promises to remove.
   *
   * @param work in the reviewed week
   */
  record Removal(WeekWork work, double share) {}
}
