package dev.teiten.size.predict;

import dev.teiten.size.demand.AdjustedWeeks;
import dev.teiten.size.demand.DatedWork;
import dev.teiten.size.demand.DayPeaks;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.size.demand.OverloadLimits;
import dev.teiten.size.demand.PeakDemand;
import dev.teiten.size.demand.QueryLevels;
import dev.teiten.size.demand.ReaderPeaks;
import dev.teiten.size.demand.SizingAssumptions;
import dev.teiten.size.demand.SustainedDays;
import dev.teiten.size.demand.SustainedDemand;
import dev.teiten.size.demand.WeekWork;
import dev.teiten.size.demand.WorkOutlook;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The demand for CPU under some fixes and moves: of the reviewed week, of the highest week, and in
 * each scenario of the next one.
 */
public final class ClusterDemand {
  private final AdjustedWeeks adjusted;
  private final AdjustedWeeks adjustedAhead;
  private final WorkOutlook outlook;
  private final SizingAssumptions assumptions;
  private final OverloadLimits limits;
  private final WeekWork reviewedWeek;
  private final List<DatedWork> weeksAhead;
  private final List<DatedWork> minutesSeen;
  private final PeakDemand point;
  private final PeakDemand highest;
  private final PeakDemand highestAhead;
  private final PeakDemand highestAfterLoss;

  /**
   * @param levels lasting changes of single queries within the reviewed week
   * @param outlook changes of all work that go on after the reviewed week
   */
  ClusterDemand(
      AdjustedWeeks adjusted,
      QueryLevels levels,
      WorkOutlook outlook,
      SizingAssumptions assumptions) {
    this.adjusted = adjusted;
    this.adjustedAhead = adjusted.ahead(levels);
    this.outlook = outlook;
    this.assumptions = assumptions;
    this.limits = OverloadLimits.of(assumptions);
    List<DatedWork> weeks = adjusted.weeksAfter(1);
    this.reviewedWeek = weeks.get(weeks.size() - 1).work();
    this.weeksAhead = outlook.ahead(levels.none() ? weeks : adjustedAhead.weeksAfter(1));
    List<DatedWork> seen = seen(levels);
    List<DatedWork> older = adjustedAhead.olderAfter();
    this.minutesSeen = Stream.concat(older.stream(), seen.stream()).toList();
    double growth = assumptions.get(ModelAssumption.GROWTH);
    this.point = PeakDemand.of(reviewedWeek, limits).times(growth);
    this.highest = highest(weeks).times(growth);
    PeakDemand ahead = levels.none() && outlook.steady() ? highest : highest(seen).times(growth);
    this.highestAhead = ahead.with(sustained(limits));
    this.highestAfterLoss = ahead.with(sustained(OverloadLimits.afterLoss(assumptions)));
  }

  /** The highest of all minutes seen. */
  private SustainedDemand sustained(OverloadLimits of) {
    double growth = assumptions.get(ModelAssumption.GROWTH);
    return minutesSeen.stream()
        .map(week -> SustainedDemand.of(week.work(), of))
        .reduce(SustainedDemand::max)
        .orElseThrow()
        .times(growth, growth);
  }

  /**
   * The weeks before as they were, with the work that a call costs now, and the reviewed week at
   * its last level.
   */
  private List<DatedWork> seen(QueryLevels levels) {
    List<DatedWork> seen = new ArrayList<>(adjusted.ahead(levels.ofCallCost()).weeksAfter(1));
    seen.set(seen.size() - 1, weeksAhead.get(weeksAhead.size() - 1));
    return seen;
  }

  private PeakDemand highest(List<DatedWork> weeks) {
    return weeks.stream()
        .map(week -> PeakDemand.of(week.work(), limits))
        .reduce(PeakDemand::max)
        .orElseThrow();
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
  public PeakDemand highest() {
    return highest;
  }

  /**
   * The minutes that {@link #highestAhead} is the highest of, without assumed growth: the last
   * weeks and the highest days of the older ones, with the fixes and moves.
   */
  public List<DatedWork> minutesSeen() {
    return minutesSeen;
  }

  /**
   * The highest weekly p99 of the last weeks, and the highest sustained demand of the archive. The
   * reviewed week is at the level of its end.
   */
  public PeakDemand highestAhead() {
    return highestAhead;
  }

  /** As {@link #highestAhead}, with the limits of overload after a loss. */
  public PeakDemand highestAfterLoss() {
    return highestAfterLoss;
  }

  /** The demand of the weeks to come in the scenario of each draw, growth included. */
  List<PeakDemand> in(List<ScenarioDraw> draws) {
    int levels = adjusted.hasFixes() ? ScenarioDraw.FIX_LEVELS : 1;
    RoleDayPeaks[] peaks = new RoleDayPeaks[levels];
    for (int level = 0; level < levels; level++) {
      List<DatedWork> weeks =
          levels == 1
              ? weeksAhead
              : outlook.ahead(adjustedAhead.weeksAfter(fixEffect(level, levels)));
      peaks[level] = RoleDayPeaks.of(weeks, limits);
    }
    return draws.stream()
        .map(draw -> ahead(peaks[draw.fix() % levels].demand(draw.days()), draw))
        .toList();
  }

  private PeakDemand ahead(PeakDemand demand, ScenarioDraw draw) {
    double growth = assumptions.get(ModelAssumption.GROWTH) * draw.growth();
    double weeks = assumptions.get(ModelAssumption.HORIZON_WEEKS);
    return demand.times(
        growth * outlook.writer().grown(draw.trend(), weeks),
        growth * outlook.readers().grown(draw.trend(), weeks));
  }

  /** The highest minutes of each day, by role. */
  private record RoleDayPeaks(
      DayPeaks writer, ReaderPeaks readers, DayPeaks together, SustainedDays sustained) {
    static RoleDayPeaks of(List<DatedWork> weeks, OverloadLimits limits) {
      RoleDayPeaks peaks =
          new RoleDayPeaks(
              new DayPeaks(), new ReaderPeaks(), new DayPeaks(), new SustainedDays(limits));
      for (DatedWork week : weeks) {
        peaks.writer.add(week.work().writer());
        peaks.readers.add(week.work());
        peaks.together.add(week.work().together());
        peaks.sustained.add(week.work());
      }
      return peaks;
    }

    PeakDemand demand(int[] days) {
      return new PeakDemand(
          writer.p99(days), readers.p99(days), together.p99(days), sustained.of(days));
    }
  }

  /**
   * The effect of a fix, as a factor on its promise: the median of one third of the triangular
   * distribution from the lowest effect over 1 to the highest.
   */
  private double fixEffect(int level, int levels) {
    double low = assumptions.get(ModelAssumption.FIX_LOW);
    double high = assumptions.get(ModelAssumption.FIX_HIGH);
    double probability = (level + 0.5) / levels;
    double mode = (1 - low) / Math.max(1e-9, high - low);
    return probability < mode
        ? low + Math.sqrt(probability * (high - low) * (1 - low))
        : high - Math.sqrt((1 - probability) * (high - low) * (high - 1));
  }
}
