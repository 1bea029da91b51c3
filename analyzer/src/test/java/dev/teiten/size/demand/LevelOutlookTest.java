package dev.teiten.size.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeded weeks with a daily curve, scatter of weeks (2.5 %), days (4 %) and minutes (5 %). */
class LevelOutlookTest {
  private static final int HOURS = 168;

  /**
   * @param level by hour since the first week's begin
   */
  private static LevelOutlook outlook(long seed, int weeks, IntToDoubleFunction level) {
    SplittableRandom random = new SplittableRandom(seed);
    List<double[]> series = new ArrayList<>();
    for (int week = 0; week < weeks; week++) {
      double[] work = new double[HOURS * 60];
      double ofWeek = 0.025 * random.nextGaussian();
      double ofDay = 0;
      for (int t = 0; t < work.length; t++) {
        ofDay = t % 1440 == 0 ? 0.04 * random.nextGaussian() : ofDay;
        double curve = 2 + Math.sin(t * 2 * Math.PI / 1440) + (t >= 5 * 1440 ? -0.5 : 0);
        double noise = ofWeek + ofDay + 0.05 * random.nextGaussian();
        work[t] = curve * level.applyAsDouble(week * HOURS + t / 60) * Math.exp(noise);
      }
      series.add(work);
    }
    return LevelOutlook.of(series);
  }

  @Test
  void steadyWorkSeldomHasAnOutlook() {
    int grows = 0;
    int rises = 0;
    for (long seed = 1; seed <= 200; seed++) {
      LevelOutlook outlook = outlook(seed, 4, hour -> 1);
      grows += outlook.grows() ? 1 : 0;
      rises += outlook.rises() ? 1 : 0;
    }
    // The test of growth allows a tenth at the usual scatter of weeks, which is higher.
    assertThat(grows).isLessThanOrEqualTo(20);
    assertThat(rises).isLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.10})
  void growthIsFoundWithItsSize(double aWeek) {
    int found = 0;
    double sum = 0;
    for (long seed = 1; seed <= 100; seed++) {
      LevelOutlook outlook = outlook(seed, 4, hour -> Math.pow(1 + aWeek, (double) hour / HOURS));
      found += outlook.grows() ? 1 : 0;
      sum += outlook.aWeek(0);
    }
    // 5 % a week are 2.7 standard errors of the assumed scatter, and 1.44 are asked for.
    assertThat(found).isGreaterThanOrEqualTo(90);
    assertThat(sum / 100).isCloseTo(aWeek, within(0.01));
  }

  @ParameterizedTest
  @ValueSource(ints = {24 + 3, 96 + 18, 144 + 10, 168 - 4})
  void aDoublingIsFoundAtItsHour(int hour) {
    int begin = 3 * HOURS + hour;
    for (long seed = 1; seed <= 20; seed++) {
      LevelOutlook outlook = outlook(seed, 4, t -> t < begin ? 1 : 2);

      assertThat(outlook.hours()).isCloseTo(begin, within(1));
      // Part of a day scatters by 5 %; three standard deviations.
      assertThat(outlook.rise()).isCloseTo(Math.log(2), within(0.15));
    }
  }

  @Test
  void aPeakOfOneDayIsNoRise() {
    int thursday = 3 * HOURS + 72;
    LevelOutlook outlook = outlook(3, 4, t -> t >= thursday && t < thursday + 24 ? 1.6 : 1);

    assertThat(outlook.rises()).isFalse();
  }

  @Test
  void aFallIsNotCarriedOn() {
    assertThat(outlook(3, 4, t -> t < 3 * HOURS + 96 ? 1 : 0.5)).isEqualTo(LevelOutlook.NONE);
    assertThat(outlook(3, 4, t -> Math.pow(0.9, (double) t / HOURS))).isEqualTo(LevelOutlook.NONE);
  }

  @Test
  void earlierHoursAreBroughtToTheLastLevel() {
    double[] work = new double[HOURS * 60];
    java.util.Arrays.fill(work, 3);
    LevelOutlook outlook = new LevelOutlook(HOURS + 100, Math.log(2), Math.log(1.1), 0.01);

    assertThat(outlook.ahead(work, 0, 2)[0]).isCloseTo(6.6, within(1e-9));
    assertThat(outlook.ahead(work, 1, 2)[99 * 60]).isCloseTo(6, within(1e-9));
    assertThat(outlook.ahead(work, 1, 2)[100 * 60]).isCloseTo(3, within(1e-9));
    assertThat(outlook.grown(0, 3)).isCloseTo(Math.pow(1.1, 3), within(1e-9));
    assertThat(outlook.grown(-100, 3)).isEqualTo(1);
  }
}
