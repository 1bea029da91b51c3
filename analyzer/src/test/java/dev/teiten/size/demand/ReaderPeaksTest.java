package dev.teiten.size.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReaderPeaksTest {
  private static final int[] WEEK = IntStream.range(0, 7).toArray();

  private final SplittableRandom random = new SplittableRandom(5);
  private final double[] sessions = sessions();

  private double[] sessions() {
    double[] series = new double[10_080];
    Arrays.setAll(
        series,
        t -> random.nextInt(50) == 0 ? Double.NaN : 4 + 3 * Math.cos(t) + random.nextDouble());
    return series;
  }

  private static ReaderDemand p99(double[] sessions, double[] agents) {
    ReaderPeaks peaks = new ReaderPeaks();
    peaks.add(new WeekWork(sessions, sessions, agents));
    return peaks.p99(WEEK);
  }

  @Test
  void anAgentIsNotSharedAndSessionsAre() {
    double[] agents = new double[sessions.length];
    for (int day = 0; day < 7; day++) {
      Arrays.fill(agents, 1440 * day + 120, 1440 * day + 240, 2);
    }
    for (double share : new double[] {0.1, 0.25, 0.5, 1, 1.2}) {
      double[] reader = new double[sessions.length];
      Arrays.setAll(reader, t -> share * sessions[t] + agents[t]);

      assertThat(p99(sessions, agents).at(share))
          .isCloseTo(MinuteStatistics.quantile(reader, 0.99), within(1e-12));
    }
  }

  @Test
  void withoutAnAgentTheDemandIsTheShareOfThePercentile() {
    ReaderDemand demand = p99(sessions, new double[sessions.length]);

    assertThat(demand.at(0.5)).isEqualTo(0.5 * MinuteStatistics.quantile(sessions, 0.99));
    assertThat(demand.times(1.1).at(0.5)).isEqualTo(demand.at(1.1 * 0.5));
    assertThat(demand.max(demand.times(2)).at(0.5)).isEqualTo(demand.at(1));
  }
}
