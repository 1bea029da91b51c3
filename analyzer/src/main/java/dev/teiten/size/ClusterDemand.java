package dev.teiten.size;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The demand for CPU with some fixes and moves assumed: of the reviewed week, what bounds the next
 * one, and in each of the drawn worlds.
 */
final class ClusterDemand {
  private final AdjustedWeeks rework;
  private final AdjustedWeeks aheadOf;
  private final SizingAssumptions assumptions;
  private final List<WeekWork> weeks;
  private final List<WeekWork> ahead;
  private final PeakDemand point;
  private final PeakDemand highest;
  private final PeakDemand highestAhead;
  private @Nullable List<PeakDemand> drawn;
  private @Nullable ScenarioResults odds;

  ClusterDemand(AdjustedWeeks rework, CallCostShifts steps, SizingAssumptions assumptions) {
    this.rework = rework;
    this.aheadOf = rework.ahead(steps);
    this.assumptions = assumptions;
    this.weeks = rework.after(1);
    this.ahead = steps.none() ? weeks : aheadOf.after(1);
    double growth = assumptions.get(Assumption.GROWTH);
    this.point = PeakDemand.of(week()).times(growth);
    this.highest = highest(weeks).times(growth);
    this.highestAhead = steps.none() ? highest : highest(ahead).times(growth);
  }

  private static PeakDemand highest(List<WeekWork> weeks) {
    return weeks.stream().map(PeakDemand::of).reduce(PeakDemand::max).orElseThrow();
  }

  /** The reviewed week as it would have been, without growth. */
  WeekWork week() {
    return weeks.get(weeks.size() - 1);
  }

  /** What fixes leave of the work of a digest, 0..1. */
  double left(String digest) {
    return rework.left(digest);
  }

  /** The reviewed week's p99. */
  PeakDemand point() {
    return point;
  }

  /** The highest weekly p99 of those seen. */
  PeakDemand highest() {
    return highest;
  }

  /** The same of the weeks as they would have been at the work a call of the last one's end. */
  PeakDemand highestAhead() {
    return highestAhead;
  }

  /** What the draws of {@code study} say of any capacity; the same study every time. */
  synchronized ScenarioResults odds(SizingContext study) {
    ScenarioResults known = odds;
    if (known == null) {
      known = new ScenarioResults(study, this);
      odds = known;
    }
    return known;
  }

  /** The p99 in each of the worlds, growth included. */
  synchronized List<PeakDemand> drawn(List<ScenarioDraw> draws) {
    List<PeakDemand> known = drawn;
    if (known == null) {
      int levels = rework.promises() ? ScenarioDraw.FIX_LEVELS : 1;
      DayPeaks[][] peaks = new DayPeaks[levels][];
      for (int level = 0; level < levels; level++) {
        peaks[level] = peaks(levels == 1 ? ahead : aheadOf.after(effect(level, levels)));
      }
      double growth = assumptions.get(Assumption.GROWTH);
      known = draws.stream().map(draw -> demand(draw, peaks[draw.fix() % levels], growth)).toList();
      drawn = known;
    }
    return known;
  }

  private static PeakDemand demand(ScenarioDraw draw, DayPeaks[] peaks, double growth) {
    return new PeakDemand(
            peaks[0].p99(draw.days()), peaks[1].p99(draw.days()), peaks[2].p99(draw.days()))
        .times(growth * draw.growth());
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
    double low = assumptions.get(Assumption.FIX_LOW);
    double high = assumptions.get(Assumption.FIX_HIGH);
    double probability = (level + 0.5) / levels;
    double mode = (1 - low) / Math.max(1e-9, high - low);
    return probability < mode
        ? low + Math.sqrt(probability * (high - low) * (1 - low))
        : high - Math.sqrt((1 - probability) * (high - low) * (high - 1));
  }
}
