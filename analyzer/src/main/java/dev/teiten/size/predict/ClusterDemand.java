package dev.teiten.size.predict;

import java.util.List;

/**
 * The demand for CPU under some fixes and moves: of the reviewed week, of the highest week, and in
 * each scenario of the next one.
 */
public final class ClusterDemand {
  private final AdjustedWeeks adjusted;
  private final AdjustedWeeks adjustedAhead;
  private final SizingAssumptions assumptions;
  private final WeekWork reviewedWeek;
  private final List<WeekWork> weeksAhead;
  private final PeakDemand point;
  private final PeakDemand highest;
  private final PeakDemand highestAhead;

  /**
   * @param shifts lasting changes of the work of a call within the reviewed week
   */
  ClusterDemand(AdjustedWeeks adjusted, CallCostShifts shifts, SizingAssumptions assumptions) {
    this.adjusted = adjusted;
    this.adjustedAhead = adjusted.ahead(shifts);
    this.assumptions = assumptions;
    List<WeekWork> weeks = adjusted.weeksAfter(1);
    this.reviewedWeek = weeks.get(weeks.size() - 1);
    this.weeksAhead = shifts.none() ? weeks : adjustedAhead.weeksAfter(1);
    double growth = assumptions.get(Assumption.GROWTH);
    this.point = PeakDemand.of(reviewedWeek).times(growth);
    this.highest = highest(weeks).times(growth);
    this.highestAhead = shifts.none() ? highest : highest(weeksAhead).times(growth);
  }

  private static PeakDemand highest(List<WeekWork> weeks) {
    return weeks.stream().map(PeakDemand::of).reduce(PeakDemand::max).orElseThrow();
  }

  /** The work of the reviewed week, with the fixes and moves and without growth. */
  public WeekWork reviewedWeek() {
    return reviewedWeek;
  }

  /** The share (0..1) of the work of a digest that fixes leave. */
  public double shareLeft(String digest) {
    return adjusted.shareLeft(digest);
  }

  /** The p99 of the reviewed week. */
  public PeakDemand point() {
    return point;
  }

  /** The highest weekly p99 of the weeks seen. */
  PeakDemand highest() {
    return highest;
  }

  /**
   * The highest weekly p99 if a call had always cost the work that it cost at the last week's end.
   */
  public PeakDemand highestAhead() {
    return highestAhead;
  }

  /** The p99 of the next week in the scenario of each draw, growth included. */
  List<PeakDemand> in(List<ScenarioDraw> draws) {
    int levels = adjusted.hasFixes() ? ScenarioDraw.FIX_LEVELS : 1;
    RoleDayPeaks[] peaks = new RoleDayPeaks[levels];
    for (int level = 0; level < levels; level++) {
      peaks[level] =
          RoleDayPeaks.of(
              levels == 1 ? weeksAhead : adjustedAhead.weeksAfter(fixEffect(level, levels)));
    }
    double growth = assumptions.get(Assumption.GROWTH);
    return draws.stream()
        .map(draw -> peaks[draw.fix() % levels].p99(draw.days()).times(growth * draw.growth()))
        .toList();
  }

  /** The highest minutes of each day, by role. */
  private record RoleDayPeaks(DayPeaks writer, ReaderPeaks readers, DayPeaks together) {
    static RoleDayPeaks of(List<WeekWork> weeks) {
      RoleDayPeaks peaks = new RoleDayPeaks(new DayPeaks(), new ReaderPeaks(), new DayPeaks());
      for (WeekWork week : weeks) {
        peaks.writer.add(week.writer());
        peaks.readers.add(week);
        peaks.together.add(week.together());
      }
      return peaks;
    }

    PeakDemand p99(int[] days) {
      return new PeakDemand(writer.p99(days), readers.p99(days), together.p99(days));
    }
  }

  /**
   * The effect of a fix, as a factor on its promise: the median of one third of the triangular
   * distribution from the lowest effect over 1 to the highest.
   */
  private double fixEffect(int level, int levels) {
    double low = assumptions.get(Assumption.FIX_LOW);
    double high = assumptions.get(Assumption.FIX_HIGH);
    double probability = (level + 0.5) / levels;
    double mode = (1 - low) / Math.max(1e-9, high - low);
    return probability < mode
        ? low + Math.sqrt(probability * (high - low) * (1 - low))
        : high - Math.sqrt((1 - probability) * (high - low) * (high - 1));
  }
}
