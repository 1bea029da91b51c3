package dev.teiten.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.change.history.DayGrid;
import dev.teiten.load.ReviewWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DayTailsTest {
  private static final DayGrid DAYS =
      new DayGrid(new ReviewWeek(LocalDate.of(2026, 11, 9), ZoneOffset.UTC));

  @Test
  void theTailsTellThePercentileOfAnyWeekMadeOfTheDays() {
    for (long seed = 1; seed <= 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] series = new double[7 * 1440];
      Arrays.setAll(series, t -> Math.floor(1000 * Math.pow(random.nextDouble(), 1 + t % 3)));
      // Coverage differs widely between the days.
      int[] known =
          IntStream.range(0, series.length)
              .filter(t -> random.nextInt(8) > DAYS.dayOf(t))
              .toArray();
      DayTails tails = DayTails.of(series, PeakMinutes.byDay(known, DAYS));
      int[] times = new int[DayGrid.COUNT];
      for (int i = 0; i < DayGrid.COUNT; i++) {
        times[random.nextInt(DayGrid.COUNT)]++;
      }

      assertThat(tails.percentile(times))
          .as("seed %d", seed)
          .isEqualTo(bruteForce(series, known, times));
    }
  }

  private static double bruteForce(double[] series, int[] known, int[] times) {
    double[] week =
        Arrays.stream(known)
            .boxed()
            .flatMapToDouble(
                t -> DoubleStream.generate(() -> series[t]).limit(times[DAYS.dayOf(t)]))
            .sorted()
            .toArray();
    return week[week.length - (int) Math.ceil(0.01 * week.length)];
  }
}
