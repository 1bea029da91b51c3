package dev.teiten.size.demand;

import dev.teiten.load.TimeUnits;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The changes of a role's work over the last weeks that go on: a rise that began at some hour and
 * lasts, and a weekly growth. The hours are compared with the median of the same hour of the week.
 *
 * @param hours of all weeks together before the rise began; 0 without a rise
 * @param rise logarithm of the level since then over the level before; 0 without a rise
 * @param slope growth of the logarithm a week; 0 without growth
 * @param slopeError standard error of {@code slope}
 */
public record LevelOutlook(int hours, double rise, double slope, double slopeError) {
  static final LevelOutlook NONE = new LevelOutlook(0, 0, 0, 0);

  /** The usual scatter of a week's level, which counts as much as this many weeks seen. */
  private static final double PRIOR_WEEKS = 4;

  /** A growth as large as this may come by chance in one of ten steady clusters. */
  private static final double MAX_CHANCE = 0.10;

  /** Two weeks show a change, and not whether it goes on. */
  private static final int MIN_TREND_WEEKS = 3;

  /** A rise explains the days this much better than a growth does, or it counts as growth. */
  private static final double CLEARLY_BETTER = 0.5;

  /**
   * Estimates the outlook.
   *
   * @param weeks work by minute, oldest first, one or more
   */
  static LevelOutlook of(List<double[]> weeks) {
    if (weeks.size() < 2) {
      return NONE;
    }
    double[] logs = HourlyLevels.residuals(weeks);
    LevelOutlook growth = growth(logs, weeks.size());
    LevelRise rise = LevelRise.of(logs);
    if (growth.slope == 0) {
      return rise.counts() ? new LevelOutlook(rise.hour(), rise.size(), 0, 0) : NONE;
    }
    if (rise.counts() && rise.squares() < CLEARLY_BETTER * squares(logs)) {
      return new LevelOutlook(rise.hour(), rise.size(), 0, 0);
    }
    LevelRise besides = LevelRise.of(without(logs, growth.slope));
    return besides.counts()
        ? new LevelOutlook(besides.hour(), besides.size(), growth.slope, growth.slopeError)
        : growth;
  }

  /** The growth of the weekly medians, which an event of some hours does not move. */
  private static LevelOutlook growth(double[] logs, int weeks) {
    int hours = logs.length / weeks;
    SimpleRegression line = new SimpleRegression();
    for (int week = 0; week < weeks; week++) {
      double level =
          MinuteStatistics.quantile(
              Arrays.copyOfRange(logs, week * hours, (week + 1) * hours), 0.5);
      if (!Double.isNaN(level)) {
        line.addData(week, level);
      }
    }
    if (line.getN() < MIN_TREND_WEEKS) {
      return NONE;
    }
    double freedom = line.getN() - 2 + PRIOR_WEEKS;
    double prior = SizingAssumptions.WEEK_LOG_SD * SizingAssumptions.WEEK_LOG_SD;
    double variance = (line.getSumSquaredErrors() + PRIOR_WEEKS * prior) / freedom;
    double error = Math.sqrt(variance / line.getXSumSquares());
    double chance = 1 - new TDistribution(freedom).cumulativeProbability(line.getSlope() / error);
    return chance < MAX_CHANCE ? new LevelOutlook(0, 0, line.getSlope(), error) : NONE;
  }

  /** The squared deviations of the days from a straight line. */
  private static double squares(double[] logs) {
    SimpleRegression line = new SimpleRegression();
    double[] days = HourlyLevels.days(logs);
    for (int day = 0; day < days.length; day++) {
      if (!Double.isNaN(days[day])) {
        line.addData(day, days[day]);
      }
    }
    return line.getSumSquaredErrors();
  }

  private static double[] without(double[] logs, double slope) {
    double[] left = logs.clone();
    Arrays.setAll(left, t -> logs[t] - slope * t / HourlyLevels.WEEK);
    return left;
  }

  public boolean rises() {
    return rise > 0;
  }

  public boolean grows() {
    return slope > 0;
  }

  /**
   * A week at the level of the last week's end.
   *
   * @param work by minute
   * @param week its number, 0 for the oldest
   * @param weeks number of weeks
   */
  double[] ahead(double[] work, int week, int weeks) {
    if (equals(NONE)) {
      return work;
    }
    double grown = Math.exp(slope * (weeks - 1 - week));
    double[] ahead = new double[work.length];
    for (int t = 0; t < work.length; t++) {
      int hour = week * HourlyLevels.WEEK + t / TimeUnits.MINUTES_PER_HOUR;
      ahead[t] = work[t] * grown * (hour < hours ? Math.exp(rise) : 1);
    }
    return ahead;
  }

  /**
   * The growth after some weeks, as a factor of 1 or more.
   *
   * @param deviations by how many standard errors the growth is higher than estimated
   */
  public double grown(double deviations, double weeks) {
    return slope > 0 ? Math.exp(Math.max(0, slope + deviations * slopeError) * weeks) : 1;
  }

  /** The growth a week, 0.1 for 10 %, at this many standard errors above the estimate. */
  public double aWeek(double deviations) {
    return Math.exp(Math.max(0, slope + deviations * slopeError)) - 1;
  }
}
