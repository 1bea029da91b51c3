package dev.teiten.size.predict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.fixtures.fleet.event.EventCluster;
import dev.teiten.fixtures.fleet.event.EventQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads the burstiness from sessions that were counted once a second. */
@Tag("slow")
class BurstSamplesTest {
  private static final int STRETCH = 300;
  private static final int DAYS = 14;

  private static BurstSamples of(double[] counts) {
    BurstSamples samples = new BurstSamples();
    int block = counts.length / DAYS;
    for (int day = 0; day < DAYS; day++) {
      samples.beginBlock();
      for (int from = day * block; from + STRETCH <= (day + 1) * block; from += STRETCH) {
        samples.add(Arrays.copyOfRange(counts, from, from + STRETCH));
      }
    }
    return samples;
  }

  /** Sessions of a host that is too large for any wait, two weeks of eight looks a day. */
  private static double[] counted(EventQuery query, long seed) {
    double[] levels = new double[DAYS * 8 * STRETCH / 60];
    Arrays.fill(levels, 1);
    int[] onCpu =
        EventCluster.of(128, 1, 1, List.of(query), levels, seed).simulate().get(0).onCpu();
    return Arrays.stream(onCpu).asDoubleStream().toArray();
  }

  /**
   * The variance over the mean of sessions that arrive in batches of geometric size and never wait.
   * With P(t), the probability that a session is longer than t, it is 1 + 2 (size - 1) times the
   * integral of P² over the integral of P.
   */
  private static double peakedness(double batch, double variation) {
    double deviation = Math.sqrt(Math.log(1 + variation * variation));
    LogNormalDistribution law = new LogNormalDistribution(-deviation * deviation / 2, deviation);
    double squares = 0;
    double step = 0.001;
    for (double t = step / 2; t < 100; t += step) {
      squares += step * Math.pow(1 - law.cumulativeProbability(t), 2);
    }
    return 1 + 2 * (batch - 1) * squares;
  }

  @ParameterizedTest
  @CsvSource({"1, 0.2, 1", "1, 2, 2", "2, 2, 1", "4, 0.5, 1", "4, 2, 1.5"})
  void theIntervalHoldsThePeakednessThatTheArrivalsHave(
      double batch, double seconds, double variation) {
    EventQuery query = EventQuery.open(4 / seconds, seconds, variation).inBatches(batch);
    double truth = peakedness(batch, variation);
    int held = 0;
    for (int seed = 0; seed < 10; seed++) {
      BurstRange burst = Objects.requireNonNull(of(counted(query, 100 + seed)).estimate());
      assertThat(burst.high()).isBetween(0.85 * truth, 1.4 * truth);
      held += burst.low() <= truth && burst.high() >= truth ? 1 : 0;
    }

    assertThat(held).isGreaterThanOrEqualTo(7);
  }

  @Test
  void whatCannotBeCountsOfSessionsSaysNothing() {
    SplittableRandom random = new SplittableRandom(5);
    double[] constant = new double[DAYS * 2400];
    Arrays.fill(constant, 3);
    double[] averages = random.doubles(DAYS * 2400, 0, 6).toArray();
    double[] smooth = random.ints(DAYS * 2400, 6, 8).asDoubleStream().toArray();

    assertThat(of(constant).estimate()).isNull();
    assertThat(of(averages).estimate()).isNull();
    assertThat(of(smooth).estimate()).isNull();
  }

  @Test
  void fewDaysOrFewSessionsSayNothing() {
    double[] counts = counted(EventQuery.open(4, 1, 1), 3);
    BurstSamples days = new BurstSamples();
    for (int day = 0; day < 4; day++) {
      days.beginBlock();
      days.add(Arrays.copyOf(counts, STRETCH));
    }
    double[] rare = new double[DAYS * 2400];
    for (int i = 0; i < rare.length; i += 300) {
      rare[i] = 1;
    }

    assertThat(days.estimate()).isNull();
    assertThat(of(rare).estimate()).isNull();
    assertThat(new BurstSamples().estimate()).isNull();
  }
}
