package dev.teiten.size.predict;

import dev.teiten.cpu.CapacityCurve;
import dev.teiten.load.TimeUnits;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.size.demand.SizingAssumptions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The random numbers of one scenario. Every option and every fix is tried in the same scenarios, so
 * that options differ by what they are and not by luck.
 *
 * @param days indexes of the seven days that make up the week, five weekdays and two of the weekend
 * @param growth factor on the week's work, for the scatter of one week's p99 against another's
 * @param gain index of the hyperthread gain, 0 to 2
 * @param speed position in the range of the speed ratio, 0..1
 * @param spread position in the range of the imbalance between readers, 0..1
 * @param fix index of the level of fix effect, 0 to {@link #FIX_LEVELS} - 1
 * @param burst position in the range of burstiness, 0..1
 * @param trend standard errors by which a growth is higher than estimated
 */
public record ScenarioDraw(
    int[] days,
    double growth,
    int gain,
    double speed,
    double spread,
    int fix,
    double burst,
    double trend) {
  static final int FIX_LEVELS = 3;
  private static final int GAINS = 3;
  private static final int WEEKDAYS = 5;

  /**
   * The draws of a bootstrap.
   *
   * @param weeks of history, the reviewed one included
   */
  static List<ScenarioDraw> draws(SizingAssumptions assumptions, int weeks) {
    double logSd = weekLogSd(weeks);
    RandomGenerator random = new SplittableRandom(assumptions.seed());
    // A generator of its own, so that a cluster without growth has the same draws.
    RandomGenerator trends = new SplittableRandom(~assumptions.seed());
    List<ScenarioDraw> draws = new ArrayList<>();
    for (int i = 0; i < assumptions.draws(); i++) {
      draws.add(
          new ScenarioDraw(
              days(weeks, random),
              Math.exp(logSd * random.nextGaussian()),
              random.nextInt(GAINS),
              random.nextDouble(),
              random.nextDouble(),
              random.nextInt(FIX_LEVELS),
              random.nextDouble(),
              trends.nextGaussian()));
    }
    return List.copyOf(draws);
  }

  /**
   * Standard deviation of the logarithm of next week's p99 against the mean of {@code weeks} weeks.
   * Both the weeks of the history and the next one scatter.
   */
  public static double weekLogSd(int weeks) {
    return SizingAssumptions.WEEK_LOG_SD * Math.sqrt(1 + 1.0 / weeks);
  }

  private static int[] days(int weeks, RandomGenerator random) {
    int[] days = new int[TimeUnits.DAYS_PER_WEEK];
    for (int day = 0; day < days.length; day++) {
      int dayOfWeek =
          day < WEEKDAYS
              ? random.nextInt(WEEKDAYS)
              : WEEKDAYS + random.nextInt(days.length - WEEKDAYS);
      days[day] = days.length * random.nextInt(weeks) + dayOfWeek;
    }
    return days;
  }

  /**
   * The scenario of this draw.
   *
   * @param measuredGain the hyperthread gain that the work was read with
   * @param bursts the range of burstiness
   */
  SizingScenario scenario(SizingAssumptions assumptions, double measuredGain, BurstRange bursts) {
    double lowest = assumptions.get(ModelAssumption.GAIN_LOW);
    double highest = assumptions.get(ModelAssumption.GAIN_HIGH);
    // The default gain means that the data told nothing: then the middle of the range stands in.
    double likely =
        measuredGain == CapacityCurve.DEFAULT_GAIN ? (lowest + highest) / 2 : measuredGain;
    double[] gains = {lowest, likely, highest};
    double slowest = assumptions.get(ModelAssumption.SPEED_LOW);
    return new SizingScenario(
        gains[gain], slowest + speed * (1 - slowest), spread, bursts.at(burst), false);
  }
}
