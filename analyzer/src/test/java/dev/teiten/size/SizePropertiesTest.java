package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.load.Engine;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.synthetic.SyntheticCluster;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds whatever the numbers are. */
class SizePropertiesTest {

  @ParameterizedTest
  @ValueSource(strings = {"db.r6g.4xlarge", "db.r5.4xlarge"})
  void moreReadersAreNeverBusierNorLessSafe(String instanceClass) {
    ClusterFixture made =
        ClusterFixture.of(
            new SyntheticCluster(ClusterFixture.queries(5))
                .instanceClass(instanceClass)
                .readers(4)
                .weeks(1));
    SizingModel model = made.model();
    Option fewer = CapacityAdvisorTest.asked(model, List.of(), instanceClass, 1);
    for (int readers = 2; readers <= 15; readers++) {
      Option more = CapacityAdvisorTest.asked(model, List.of(), instanceClass, readers);
      assertThat(more.p99Utilisation()).isLessThanOrEqualTo(fewer.p99Utilisation());
      assertThat(more.p99UtilisationHigh()).isLessThanOrEqualTo(fewer.p99UtilisationHigh());
      assertThat(more.probabilitySafe())
          .as("%d readers", readers)
          .isGreaterThanOrEqualTo(fewer.probabilitySafe());
      fewer = more;
    }
  }

  @Test
  void largerClassesAndBiggerFixesAreNeverBusier() {
    ClusterFixture made = CapacityAdvisorTest.busy(5);
    SizingModel model = made.model();
    String query = made.fingerprint("scan");
    double before = Double.POSITIVE_INFINITY;
    for (String size : List.of("large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "16xlarge")) {
      double least = before;
      for (int percent : new int[] {0, 30, 60, 90}) {
        Option option =
            CapacityAdvisorTest.asked(model, List.of(new Fix(query, percent)), "db.r6g." + size, 4);
        assertThat(option.p99Utilisation()).isLessThanOrEqualTo(least);
        least = Objects.requireNonNull(option.p99Utilisation());
        before = percent == 0 ? least : before;
      }
    }
  }

  @Test
  void theIntervalHoldsThePrediction() {
    for (double cores : new double[] {1, 3, 5, 7}) {
      for (Option option : CapacityAdvisorTest.busy(cores).advice().options()) {
        assertThat(option.p99UtilisationLow()).isLessThanOrEqualTo(option.p99UtilisationHigh());
        assertThat(option.p99UtilisationHigh()).isGreaterThanOrEqualTo(option.p99Utilisation());
        assertThat(option.probabilitySafe()).isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  void theHighestMinutesOfTheDaysGiveTheWeeksPercentile() {
    SplittableRandom random = new SplittableRandom(3);
    double[] week = new double[10_080];
    Arrays.setAll(
        week, t -> random.nextInt(20) == 0 ? Double.NaN : random.nextDouble() * (t % 997));
    DayPeaks peaks = new DayPeaks();
    peaks.add(week);

    assertThat(peaks.p99(new int[] {0, 1, 2, 3, 4, 5, 6}))
        .isEqualTo(MinuteStatistics.quantile(week, 0.99));
    double[] tuesday = Arrays.copyOfRange(week, 1440, 2880);
    double[] seven = new double[7 * 1440];
    Arrays.setAll(seven, t -> tuesday[t % 1440]);
    assertThat(peaks.p99(new int[] {1, 1, 1, 1, 1, 1, 1}))
        .isEqualTo(MinuteStatistics.quantile(seven, 0.99));
  }

  @ParameterizedTest
  @CsvSource({
    "r5, r5, 1, 0.97, 1.03",
    "r6g, x2g, 1, 0.97, 1.03",
    "r5, r6g, 1, 1, 1.2",
    "r6g, r7g, 1.15, 1.15, 1.3",
    "r7g, r8g, 1.2, 1.2, 1.4",
    "r5, r8g, 1.38, 1.38, 2.184",
    "r7g, r6g, 0.7692, 0.7692, 0.8696",
    "r6i, r6g, 0.8696, 0.8696, 1.2"
  })
  void speedRatiosAreProductsOfGenerations(
      String from, String to, double used, double low, double high) {
    SpeedRatio ratio = SpeedRatio.of(from, to).orElseThrow();

    assertThat(ratio.used()).isCloseTo(used, within(1e-4));
    assertThat(ratio.low()).isCloseTo(low, within(1e-4));
    assertThat(ratio.high()).isCloseTo(high, within(1e-4));
  }

  @ParameterizedTest
  @CsvSource({
    "db.r5.large, 1000", "db.r5.xlarge, 2000", "db.r5.2xlarge, 3000", "db.r5.4xlarge, 4000",
    "db.r5.8xlarge, 5000", "db.r6g.large, 1000", "db.r6g.xlarge, 2000", "db.t3.medium, 90"
  })
  void defaultConnectionsAreThoseOfTheManual(String name, int connections) {
    InstanceClass instanceClass = InstanceClasses.find(name).orElseThrow();

    assertThat(MaxConnections.of(instanceClass, Engine.AURORA_MYSQL)).isEqualTo(connections);
  }

  @ParameterizedTest
  @CsvSource({"2, 0.468", "4, 0.607", "8, 0.709", "16, 0.74", "64, 0.74"})
  void smallHostsNeedMoreHeadroom(int vcpus, double limit) {
    assertThat(SizingAssumptions.defaults().utilisationLimit(vcpus))
        .isCloseTo(limit, within(0.001));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3, 1", "2, 3, 1", "3, 3, 2", "5, 3, 2", "6, 3, 3", "8, 3, 3", "2, 2, 2", "3, 1, 1"
  })
  void theWorstLossTakesAZoneAndPromotesAReader(int readers, int zones, int lost) {
    InstanceClass instanceClass = InstanceClasses.find("db.r6g.large").orElseThrow();

    assertThat(FailureImpact.lostReaders(ClusterShape.uniform(instanceClass, readers), zones))
        .isEqualTo(lost);
  }
}
