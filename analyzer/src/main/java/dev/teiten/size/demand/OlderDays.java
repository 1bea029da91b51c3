package dev.teiten.size.demand;

import dev.teiten.load.TimeUnits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The days of the older weeks with the highest sustained demand: a month end, a billing run, a
 * sale. They are brought to the level of the last weeks, by the median over the hours of the week
 * and over the highest of these weeks, so that a calm week does not make them smaller.
 */
public final class OlderDays {
  /** Days kept for each role; the limits of a capacity depend on the highest one. */
  private static final int KEPT = 6;

  private static final int DAY = TimeUnits.MINUTES_PER_DAY;

  private OlderDays() {}

  private record PastDay(DatedWork week, int day, SustainedDemand demand) {}

  /**
   * @param older weeks, oldest first
   * @param recent the last weeks at the level of the reviewed week's end
   */
  public static List<DatedWork> highest(List<DatedWork> older, List<WeekWork> recent) {
    OverloadLimits usual = OverloadLimits.of(SizingAssumptions.defaults());
    List<PastDay> days = new ArrayList<>();
    for (DatedWork week : older) {
      DatedWork now = new DatedWork(week.week(), atPresentLevel(week.work(), recent));
      for (int day = 0; day < TimeUnits.DAYS_PER_WEEK; day++) {
        days.add(new PastDay(now, day, SustainedDemand.of(now.work().day(day), usual)));
      }
    }
    Set<PastDay> kept = new LinkedHashSet<>();
    List<Function<PastDay, Double>> roles =
        List.of(
            day -> day.demand.writer(),
            day -> day.demand.readers().at(1),
            day -> day.demand.together());
    for (Function<PastDay, Double> role : roles) {
      days.stream().sorted(Comparator.comparing(role).reversed()).limit(KEPT).forEach(kept::add);
    }
    return kept.stream()
        .map(day -> new DatedWork(day.week.week(), day(day.week.work(), day.day)))
        .toList();
  }

  private static WeekWork atPresentLevel(WeekWork week, List<WeekWork> recent) {
    return new WeekWork(
        scaled(week.writer(), recent.stream().map(WeekWork::writer).toList()),
        scaled(week.readers(), recent.stream().map(WeekWork::readers).toList()),
        week.agents());
  }

  private static double[] scaled(double[] work, List<double[]> recent) {
    double[] then = HourlyLevels.logs(work);
    double level =
        recent.stream()
            .mapToDouble(week -> HourlyLevels.difference(HourlyLevels.logs(week), then))
            .filter(difference -> !Double.isNaN(difference))
            .max()
            .orElse(0);
    double factor = Math.exp(level);
    return Arrays.stream(work).map(cores -> cores * factor).toArray();
  }

  /** One day of a week; the other minutes are unknown. */
  private static WeekWork day(WeekWork week, int day) {
    return new WeekWork(
        only(week.writer(), day, Double.NaN),
        only(week.readers(), day, Double.NaN),
        only(week.agents(), day, 0));
  }

  private static double[] only(double[] work, int day, double elsewhere) {
    double[] only = new double[work.length];
    Arrays.fill(only, elsewhere);
    int from = Math.min(work.length, day * DAY);
    int to = day == TimeUnits.DAYS_PER_WEEK - 1 ? work.length : Math.min(work.length, from + DAY);
    System.arraycopy(work, from, only, from, to - from);
    return only;
  }
}
