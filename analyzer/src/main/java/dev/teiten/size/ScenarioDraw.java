package dev.teiten.size;

import dev.teiten.cpu.CapacityCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * One of the possible worlds that a capacity is tried in. The same worlds serve every option and
 * every fix, so that options differ by what they are and not by luck.
 *
 * @param days indexes of the seven days that make up the week, five weekdays and two of the weekend
 * @param growth factor on the week's work: what one week's p99 differs from another's
 * @param gain which of the hyperthread gains, 0 to 2
 * @param speed where in the range of the speed ratio, 0..1
 * @param spread where in the range of the imbalance between readers, 0..1
 * @param fix which of the levels of fix effect
 * @param burst where in the range of burstiness, 0..1
 */
record ScenarioDraw(
    int[] days, double growth, int gain, double speed, double spread, int fix, double burst) {
  static final int FIX_LEVELS = 3;
  private static final int GAINS = 3;

  /** Draws for so many weeks of history, the reviewed one included. */
  static List<ScenarioDraw> draws(SizingAssumptions assumptions, int weeks) {
    double logSd = weekLogSd(weeks);
    RandomGenerator random = new SplittableRandom(assumptions.seed());
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
              random.nextDouble()));
    }
    return List.copyOf(draws);
  }

  /** The history's weeks scatter, and so does the one to come. */
  static double weekLogSd(int weeks) {
    return SizingAssumptions.WEEK_LOG_SD * Math.sqrt(1 + 1.0 / weeks);
  }

  private static int[] days(int weeks, RandomGenerator random) {
    int[] days = new int[7];
    for (int day = 0; day < 7; day++) {
      int dayOfWeek = day < 5 ? random.nextInt(5) : 5 + random.nextInt(2);
      days[day] = 7 * random.nextInt(weeks) + dayOfWeek;
    }
    return days;
  }

  /**
   * Where the ranges put this draw.
   *
   * @param ownGain the gain that the work was read with
   * @param bursts the range of burstiness
   */
  SizingScenario world(SizingAssumptions assumptions, double ownGain, BurstRange bursts) {
    double lowest = assumptions.get(Assumption.GAIN_LOW);
    double highest = assumptions.get(Assumption.GAIN_HIGH);
    // The work was read with the default where the data told nothing: then the range is evenly so.
    double likely = ownGain == CapacityCurve.DEFAULT_GAIN ? (lowest + highest) / 2 : ownGain;
    double[] gains = {lowest, likely, highest};
    double least = assumptions.get(Assumption.SPEED_LOW);
    return new SizingScenario(
        gains[gain], least + speed * (1 - least), spread, bursts.at(burst), false);
  }
}
